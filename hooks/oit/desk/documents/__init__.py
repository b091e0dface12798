"""Documents that officers hand in: checked, stored, shown as pictures, attested."""
