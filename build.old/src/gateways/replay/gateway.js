import { eventOfLine } from './event.js';
import { readLog } from './log.js';
/** A group log as a chat network: what it says happened, happens; what is said goes to simulated effects. */
export class ReplayGateway {
    effects;
    options;
    stopped = false;
    constructor(options) {
        this.options = options;
        this.effects = options.effects;
    }
    /** Resolves when every line was read. */
    async start(listener) {
        for (const file of this.options.files)
            await this.play(file, listener);
    }
    async stop() {
        this.stopped = true;
    }
    async play(file, listener) {
        let group = '';
        let names = new LogNames([]);
        for await (const item of readLog(file)) {
            if (this.stopped)
                return;
            if (item.kind === 'problem')
                this.options.problem(item);
            else if (item.kind === 'header') {
                group = this.options.openGroup(item.header);
                names = new LogNames(item.header.members);
                // who is listed is who they are before anybody with a name like theirs speaks
                for (const { name, role } of item.header.members) {
                    if (role !== 'unknown')
                        this.options.directory.member(group, name, { card: name });
                }
            }
            else {
                const event = eventOfLine(item.event, group, this.speakers(group, names));
                await this.options.reach(event.at);
                await listener.event(event);
                if (event.body.kind === 'rename')
                    names.renamed(item.event.from, event.body.name);
                this.options.handled?.(event, item.event);
            }
        }
    }
    speakers(group, names) {
        return name => {
            const card = names.personOf(name);
            return this.options.directory.member(group, card, { card });
        };
    }
}
/** In a log the name is the identity; a rename and an `aka` lead back to the name in the header. */
class LogNames {
    person = new Map();
    constructor(members) {
        for (const member of members) {
            for (const other of member.aka === undefined ? [] : [member.aka].flat())
                this.person.set(other, member.name);
        }
        for (const member of members)
            this.person.set(member.name, member.name);
    }
    personOf(name) {
        return this.person.get(name) ?? name;
    }
    /** A name that somebody already bears stays theirs: a copied name card gives nobody another's rights. */
    renamed(from, to) {
        if (!this.person.has(to))
            this.person.set(to, this.personOf(from));
    }
}
//# sourceMappingURL=gateway.js.map