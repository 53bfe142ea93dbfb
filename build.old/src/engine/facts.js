import { isStaff } from '../model/member.js';
import { DAY } from '../model/time.js';
import { findEntities, isQuestion, normalise, noticeOf, quotationIn, standardReading, toKey } from '../text/index.js';
import { readOnce } from './read-once.js';
/** WeChat carries no longer text; what comes longer is hostile and judged by its beginning. */
const JUDGED_LENGTH = 16_384;
/** Older words are hardly quoted any more. */
const QUOTED_WITHIN = 7 * DAY;
/** The facts of one event. Costly parts are computed when first read, once. */
export function makeFacts(input) {
    return new EventFacts(input);
}
class EventFacts {
    event;
    group;
    member;
    history;
    params;
    #input;
    #local;
    #text;
    #standard;
    #digest;
    #attached;
    #entities;
    #notice;
    #ownNotice;
    #question;
    constructor(input) {
        this.#input = input;
        this.event = input.event;
        this.group = input.group;
        this.member = input.member;
        this.history = readOnce(input.history, input.event.at);
        this.params = input.params;
    }
    get local() {
        const { local } = this.#input;
        return (this.#local ??= typeof local === 'function' ? local() : local);
    }
    get text() {
        return (this.#text ??= normalised(this.#ownWords(textOf(this.event))));
    }
    get standard() {
        if (this.#standard === undefined)
            this.#standard = standardReading(this.text);
        return this.#standard;
    }
    get attached() {
        return (this.#attached ??= normalised(attachedOf(this.event)));
    }
    get digest() {
        return (this.#digest ??= this.text.key === '' ? '' : this.#input.digest(this.text.key));
    }
    get entities() {
        if (!this.#entities) {
            const inText = this.#entitiesOf('text');
            const attached = this.#entitiesOf('attached');
            this.#entities = attached.length === 0 ? inText : [...inText, ...attached];
        }
        return this.#entities;
    }
    get notice() {
        if (this.#notice === undefined)
            this.#notice = this.history.notice(this.event.at);
        return this.#notice;
    }
    get ownNotice() {
        if (this.#ownNotice === undefined)
            this.#ownNotice = this.#readNotice();
        return this.#ownNotice;
    }
    get question() {
        return (this.#question ??= this.text.original !== '' && isQuestion(this.text));
    }
    /** Without what was quoted, if that was said in the group: words that nobody said are the sender's own. */
    #ownWords(text) {
        const quotation = quotationIn(text.slice(0, JUDGED_LENGTH));
        if (!quotation)
            return text;
        const digest = this.#input.digest(toKey(quotation.quoted));
        const said = this.history.count({ since: this.event.at - QUOTED_WITHIN, digest }, 1).events > 0;
        return said ? quotation.text : text;
    }
    #entitiesOf(where) {
        const text = this[where];
        if (text.original === '')
            return NO_ENTITIES;
        const found = findEntities(text, { students: this.group.students });
        return found.length === 0 ? NO_ENTITIES : found.map(entity => ({ ...entity, where }));
    }
    /** POLICY.md, packs: without a head teacher the school office and the family committee publish. */
    #publishes() {
        const { member, event, params } = this;
        if (isStaff(member.role))
            return true;
        return params.committeePublishes && member.role === 'parent' && COMMITTEE.test(event.from?.name ?? member.name);
    }
    #readNotice() {
        if (this.event.body.kind !== 'message' || this.text.original === '' || !this.#publishes())
            return null;
        const { id: eventId, at } = this.event;
        return noticeOf(this.text, { eventId, at, timezone: this.group.timezone });
    }
}
const NO_ENTITIES = [];
const EMPTY = normalise('');
/** on a name card: 家委会-覃朗爸爸, 邓乐乐爸爸（家委） */
const COMMITTEE = /家\s*委/;
function normalised(text) {
    return text === '' ? EMPTY : normalise(text.length > JUDGED_LENGTH ? text.slice(0, JUDGED_LENGTH) : text);
}
/** What was written: of a rename the new name, of a grey line its words, of a join or leave nothing. */
function textOf({ body }) {
    if (body.kind === 'message')
        return body.message.text;
    if (body.kind === 'rename')
        return body.name;
    return body.kind === 'notice' ? body.text : '';
}
function attachedOf({ body }) {
    if (body.kind !== 'message')
        return '';
    const { title, description, filename, ocr } = body.message;
    return [title, description, filename, ocr].filter(Boolean).join('\n');
}
//# sourceMappingURL=facts.js.map