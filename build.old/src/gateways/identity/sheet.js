import { bindMembers } from './bind-members.js';
import { comparable, lookOf, marksOf } from './marks.js';
/** A shorter name than this stands in too many others. */
const SHORTEST_PART = 4;
/**
 * Who is who in one member list, for one login. Whoever is bound for certain stays bound for as long as they are there,
 * whatever they call themselves; everybody else is looked at again whenever more is seen.
 */
export class Sheet {
    parts;
    roll = null;
    present = new Map();
    entries = new Map();
    holders = new Map();
    metBefore = false;
    marked = new WeakMap();
    constructor(parts) {
        this.parts = parts;
    }
    /** A new login: every network id is void. Also after the school file or an answer changed. */
    forget() {
        this.roll = null;
        this.metBefore = false;
        this.present.clear();
        this.entries.clear();
        this.holders.clear();
    }
    /**
     * The whole list as it is now. Gives the network ids of those who bear another name than when they were bound last,
     * at an earlier login.
     */
    meet(list) {
        this.present.clear();
        for (const looks of list)
            this.present.set(looks.id, looks);
        for (const [person, network] of this.holders)
            if (!this.present.has(network))
                this.release(person, network);
        const renamed = this.look();
        this.metBefore ||= list.length > 0;
        return renamed;
    }
    /** One who speaks: found, or made a person. Null only in the address book. */
    one(looks) {
        const shown = looks.card || looks.nick;
        const before = this.present.get(looks.id);
        if (!before || !this.entries.has(looks.id) || (shown !== '' && shown !== (before.card || before.nick))) {
            this.present.set(looks.id, { ...before, ...looks, card: looks.card === looks.nick ? '' : looks.card });
            this.look();
        }
        const entry = this.entries.get(looks.id);
        if (!entry)
            return null;
        if (entry.person === null) {
            if (this.parts.group === null)
                return null;
            entry.person = this.personOf(looks.id, shown, this.isDoubtful(entry) ? 'parent' : 'outsider');
            if (entry.binding.certainty === 'certain')
                this.remember(entry.person, looks.id);
        }
        if (shown !== '' && shown !== entry.name) {
            this.parts.people.renamePerson(entry.person, shown);
            entry.name = shown;
        }
        return { id: entry.person, name: entry.name };
    }
    /** Only of people bound for certain. */
    networkId(person) {
        const network = this.holders.get(person);
        return network !== undefined && this.present.has(network) ? network : null;
    }
    /** Only where it is certain. */
    person(network) {
        const entry = this.entries.get(network);
        return entry && entry.person !== null && this.holders.get(entry.person) === network
            ? { id: entry.person, name: entry.name }
            : null;
    }
    /** A new friend of the bot's, made a person; null where it is not certain who it is. */
    befriend(network) {
        const looks = this.present.get(network);
        const entry = this.entries.get(network);
        return looks && entry && !this.isDoubtful(entry) ? this.one(looks) : null;
    }
    /** Those who spoke and may be of the school file: no rights, and no punishment for being a stranger. */
    doubtful() {
        return [...this.entries.values()]
            .filter(entry => this.isDoubtful(entry) && entry.person !== null)
            .map(entry => ({ id: entry.person, name: entry.name }));
    }
    doubts() {
        return [...this.present.values()].flatMap((looks) => {
            const entry = this.entries.get(looks.id);
            if (!entry || !this.isDoubtful(entry))
                return [];
            const candidates = entry.binding.candidates.filter(id => this.roll?.listed.has(id));
            const look = lookOf(this.marksOf(looks));
            const shown = looks.card && looks.nick && looks.card !== looks.nick
                ? `${looks.card}（${looks.nick}）`
                : looks.card || looks.nick;
            return [{ network: looks.id, look, shown, candidates, because: entry.binding.because }];
        });
    }
    /** How everybody was bound, for the record. */
    bindings() {
        return [...this.entries.values()].map(({ binding, person }) => ({ ...binding, person }));
    }
    /** Somebody answered questions: looks again at everybody who is not certain. */
    reconsider() {
        this.roll = null;
        this.look();
    }
    look() {
        this.roll ??= this.load();
        const { known, last } = this.roll;
        const marks = new Map([...this.present].map(([id, looks]) => [id, { ...this.marksOf(looks), id }]));
        const cards = [...this.present.values()].map(({ id, card }) => ({
            card: comparable(card),
            mark: marks.get(id)?.card ?? '',
        }));
        const open = [...marks.values()].filter(member => !this.entries.get(member.id)?.settled);
        const free = known
            .filter(person => !this.holders.has(person.id))
            .map(person => ({
            ...person,
            last: last.get(person.id) ?? null,
            partly: person.staff ? [] : this.partly(person.id, cards),
            vouched: person.vouched && !(person.staff && this.metBefore),
        }));
        const renamed = [];
        for (const binding of bindMembers(free, open)) {
            const before = binding.known === null ? null : (last.get(binding.known) ?? null);
            const seen = marks.get(binding.seen);
            this.take(binding);
            if (binding.certainty === 'certain' && before && shownMark(before) !== shownMark(seen))
                renamed.push(binding.seen);
        }
        for (const [id, { person }] of this.entries) {
            if (person !== null && this.holders.get(person) === id)
                this.remember(person, id);
        }
        return renamed;
    }
    /** Marks of the cards that hold a name of this person and more. Never for somebody with rights. */
    partly(id, cards) {
        const names = (this.roll?.plain.get(id) ?? []).filter(name => name.length >= SHORTEST_PART);
        return cards.filter(({ card }) => names.some(name => card.includes(name))).map(({ mark }) => mark);
    }
    marksOf(looks) {
        const known = this.marked.get(looks) ?? marksOf(looks, this.parts.memory.identityMark);
        this.marked.set(looks, known);
        return known;
    }
    take(binding) {
        const { seen: network } = binding;
        const before = this.entries.get(network);
        const { card = '', nick = '' } = this.present.get(network) ?? {};
        const name = card || nick;
        if (binding.certainty === 'certain' && binding.known !== null) {
            this.entries.set(network, {
                person: binding.known,
                name,
                binding,
                settled: this.roll?.listed.has(binding.known) === true,
            });
            this.remember(binding.known, network);
            if (name !== '')
                this.parts.people.renamePerson(binding.known, name);
            return;
        }
        // whoever was a stranger when they came does not become a doubt by taking somebody's name
        if (before && !this.isDoubtful(before) && binding.certainty === 'uncertain')
            return;
        const carried = this.isUnlisted(binding) ? binding.known : null;
        const entry = { person: before?.person ?? this.earlier(network) ?? carried, name, binding, settled: false };
        this.entries.set(network, entry);
        // who only seems to be somebody goes on under that id, and is kept as nobody
        if (entry.person !== null && binding.certainty === 'certain')
            this.remember(entry.person, network);
    }
    /** A stranger who spoke in this same login, before the program was started again. */
    earlier(network) {
        return this.parts.group === null ? null : this.parts.people.findPersonId(this.parts.group, `network:${network}`);
    }
    isDoubtful({ binding }) {
        return binding.certainty === 'uncertain' && !this.isUnlisted(binding);
    }
    /** May be one of those who are on no list: nobody needs to be asked, they go on as who they seem to be. */
    isUnlisted({ certainty, candidates }) {
        return certainty === 'uncertain' && !candidates.some(id => this.roll?.listed.has(id));
    }
    personOf(network, name, role) {
        return this.parts.people.personId(this.parts.group, `network:${network}`, name, role);
    }
    release(person, network) {
        this.holders.delete(person);
        this.entries.delete(network);
    }
    /** Keeps how somebody looks for the next login; what is not shown just now is not forgotten. */
    remember(person, network) {
        this.holders.set(person, network);
        const looks = this.present.get(network);
        if (!looks || !this.roll)
            return;
        const now = this.marksOf(looks);
        const before = this.roll.last.get(person);
        const marks = {
            ...now,
            nick: now.nick || before?.nick || '',
            avatar: now.avatar || before?.avatar || '',
            remark: now.remark || before?.remark || '',
        };
        if (before && Object.keys(marks).every(field => marks[field] === before[field]))
            return;
        this.roll.last.set(person, marks);
        this.parts.memory.saveIdentity(this.parts.group, { person, ...marks }, this.parts.now());
    }
    load() {
        const { group, memory } = this.parts;
        const listings = this.parts.listings();
        const last = new Map(memory.identities(group).map(({ person, ...marks }) => [person, marks]));
        const listed = new Set(listings.map(listing => listing.id));
        const first = last.size === 0;
        const answers = memory.bindingQuestions().filter(one => one.kind === 'member' && one.group === group);
        const entries = listings.map(({ id, names, staff }) => {
            const marks = names.map(name => memory.identityMark(comparable(name)));
            if (!staff && !last.has(id))
                this.inherit(id, marks, last, listed);
            return { id, names: marks, last: last.get(id) ?? null, staff, vouched: first || !staff, ...answered(answers, id) };
        });
        const strangers = [...last].filter(([id]) => !listed.has(id));
        const others = strangers.map(([id, marks]) => {
            return { id, names: [], last: marks, staff: false, vouched: false, ...answered(answers, id) };
        });
        const plain = new Map(listings.map(({ id, names }) => [id, names.map(comparable)]));
        return { known: [...entries, ...others], plain, listed, last: new Map(last) };
    }
    /** A stranger whose name has been put into the school file since is that person. Never somebody with rights. */
    inherit(id, names, last, listed) {
        const alike = [...last].filter(([other, marks]) => !listed.has(other) && names.includes(shownMark(marks)));
        const [found] = alike;
        if (!found || alike.length > 1)
            return;
        const [stranger, marks] = found;
        last.delete(stranger);
        last.set(id, marks);
        this.parts.memory.forgetIdentity(this.parts.group, stranger);
        this.parts.memory.saveIdentity(this.parts.group, { person: id, ...marks }, this.parts.now());
    }
}
function shownMark(marks) {
    return marks.card || marks.nick;
}
/** An answer counts once as a proof, when it is taken over; from then on the looks it settled speak for themselves. */
function answered(questions, id) {
    const mine = questions.filter(one => one.candidate === id);
    return {
        confirmed: mine.filter(one => one.answer === 'yes' && !one.applied).map(one => one.mark),
        denied: mine.filter(one => one.answer === 'no').map(one => one.mark),
    };
}
//# sourceMappingURL=sheet.js.map