"""The forms of items: one module per form, used by every year that needs it."""

from oit.forms.annual_plan import AnnualPlan
from oit.forms.annual_report import AnnualReport
from oit.forms.anticorruption_plan import AnticorruptionPlan
from oit.forms.anticorruption_report import AnticorruptionReport
from oit.forms.base import ItemForm
from oit.forms.complaint_channel import ComplaintChannel
from oit.forms.complaint_procedure import ComplaintProcedure
from oit.forms.complaint_statistics import ComplaintStatistics
from oit.forms.contact import Contact
from oit.forms.document import DocumentForm
from oit.forms.e_service import EService
from oit.forms.ethics import Ethics
from oit.forms.executives import Executives
from oit.forms.gifts_received import GiftsReceived
from oit.forms.hr_plan import HrPlan
from oit.forms.hr_report import HrReport
from oit.forms.integrity_culture import IntegrityCulture
from oit.forms.integrity_measures import IntegrityMeasures
from oit.forms.internal_control import InternalControl
from oit.forms.ita import Ita
from oit.forms.news import News
from oit.forms.no_gift_policy import NoGiftPolicy
from oit.forms.participation import Participation
from oit.forms.procurement_list import ProcurementList
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.procurement_report import ProcurementReport
from oit.forms.risk_assessment import RiskAssessment
from oit.forms.risk_report import RiskReport
from oit.forms.service_guide import ServiceGuide
from oit.forms.service_statistics import ServiceStatistics
from oit.forms.staff_manual import StaffManual
from oit.forms.strategic_plan import StrategicPlan
from oit.forms.structure import Structure

FORMS: dict[str, type[ItemForm]] = {
    "annual_plan": AnnualPlan,
    "annual_report": AnnualReport,
    "anticorruption_plan": AnticorruptionPlan,
    "anticorruption_report": AnticorruptionReport,
    "complaint_channel": ComplaintChannel,
    "complaint_procedure": ComplaintProcedure,
    "complaint_statistics": ComplaintStatistics,
    "contact": Contact,
    "document": DocumentForm,
    "e_service": EService,
    "ethics": Ethics,
    "executives": Executives,
    "gifts_received": GiftsReceived,
    "hr_plan": HrPlan,
    "hr_report": HrReport,
    "integrity_culture": IntegrityCulture,
    "integrity_measures": IntegrityMeasures,
    "internal_control": InternalControl,
    "ita_development": Ita,
    "measures_report": Ita,
    "news": News,
    "no_gift_policy": NoGiftPolicy,
    "participation": Participation,
    "procurement_list": ProcurementList,
    "procurement_monthly": ProcurementMonthly,
    "procurement_report": ProcurementReport,
    "risk_assessment": RiskAssessment,
    "risk_report": RiskReport,
    "service_guide": ServiceGuide,
    "service_statistics": ServiceStatistics,
    "staff_manual": StaffManual,
    "strategic_plan": StrategicPlan,
    "structure": Structure,
}
"""The forms by the names that checklists use."""
