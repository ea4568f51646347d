import "./keys.js";
import "./layers.js";
import "./small.js";
import "./theme.js";
