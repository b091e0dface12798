// The comforts of every form. Without them everything works, only with more typing.
import "./calendar.js";
import "./folds.js";
import "./understood.js";
import "./links.js";
import "./rows.js";
import "./moving.js";
import "./keys.js";
import "./pressing.js";
