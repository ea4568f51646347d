import "./keys.js";
import "./layers.js";
import "./notices.js";
import "./small.js";
import "./theme.js";
