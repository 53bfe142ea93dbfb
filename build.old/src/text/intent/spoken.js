import { normalise } from '../normalise.js';
/** As WeChat writes it: the name runs up to a space of its own kind, or an ordinary one, or the end. */
const MENTION = /(?<![\w.-])@[^\s@\u2005]{1,20}(?=[\s\u2005]|$)/g;
/** What is said, without the names of those who are called: who they are tells nothing of what it is. The sign stays. */
export function spoken(text) {
    return text.includes('@') ? text.replace(MENTION, '@') : text;
}
/** The same of a text that is normal already; itself where nobody is called. */
export function spokenText(text) {
    const rest = spoken(text.original);
    return rest === text.original ? text : normalise(rest);
}
//# sourceMappingURL=spoken.js.map