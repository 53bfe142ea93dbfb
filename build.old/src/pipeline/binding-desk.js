import { paramsFor } from '../engine/index.js';
import { proposeGroup } from '../gateways/wechaty/identity/propose.js';
import { renderMessage } from '../model/message.js';
import { DAY, SECOND } from '../model/time.js';
import { bindingChoices, leavesAt, wallClock } from '../policy/index.js';
import { maskName } from '../text/index.js';
import { say } from './asker.js';
import { together } from './together.js';
/** A login brings rooms, members and friends one after the other: nobody is asked before this. */
const GRACE = 30 * SECOND;
const EVERY = 5 * SECOND;
const NAMED_AT_MOST = 5;
/** Who is asked about bindings, and who is told what happens to a group. */
const ADMINS = ['admin', 'supervisor', 'leader', 'head_teacher', 'deputy'];
const HEADS = ['head_teacher', 'deputy', 'supervisor', 'leader', 'admin'];
/**
 * Asks the admin, once, about everything in who-is-who that is uncertain; takes answers over, from the terminal and from
 * private replies; tells the head teacher what happens to a group; greets new friends. Call often.
 */
export class BindingDesk {
    deps;
    directory;
    lastRun = Number.NEGATIVE_INFINITY;
    since = new Map();
    takenOver = new Set();
    constructor(deps, directory) {
        this.deps = deps;
        this.directory = directory;
    }
    tick() {
        const now = this.deps.clock.now();
        // unless the clock was set back
        if (now >= this.lastRun && now - this.lastRun < EVERY)
            return;
        this.lastRun = now;
        together(this.deps, deps => {
            this.takeAnswers(deps);
            this.askAboutMembers(deps);
            this.askAboutRooms(deps);
            for (const profile of this.deps.groups.all())
                this.watchGroup(deps, profile);
            this.greet(deps);
        });
    }
    /** Answers count from the moment they are given, and survive a restart. */
    takeAnswers({ ledger, clock }) {
        for (const question of ledger.bindingQuestions()) {
            if (question.answer !== null || question.caseId === null)
                continue;
            const found = ledger.case(question.caseId);
            if (found?.state !== 'closed')
                continue;
            const answer = ledger.caseMoves(found.id).at(-1)?.what === '5' ? 'no' : 'yes';
            ledger.answerBinding(question.id, answer, found.closedBy ?? '', clock.now());
        }
        const waiting = ledger.bindingQuestions().filter(question => question.answer !== null && !question.applied);
        if (waiting.some(question => !this.takenOver.has(question.id)))
            this.directory.reconsider();
        for (const question of waiting) {
            this.takenOver.add(question.id);
            this.apply(question);
        }
    }
    apply(question) {
        const { ledger } = this.deps;
        if (question.answer === 'propose') {
            const doubt = this.directory.roomDoubts().find(one => one.mark === question.mark);
            if (!doubt)
                return;
            const names = doubt.room.members.map(member => member.card || member.nick);
            ledger.markBinding(question.id, {
                applied: true,
                text: proposeGroup(question.id.slice(-8).toLowerCase(), doubt.room.topic, names),
            });
            return;
        }
        const done = question.answer === 'no' ||
            (question.kind === 'group'
                ? this.directory.sight(question.candidate)
                : this.directory.networkId(question.candidate));
        if (done)
            ledger.markBinding(question.id, { applied: true });
    }
    askAboutMembers(deps) {
        const { ledger, clock } = deps;
        const doubts = this.directory.doubts().filter(doubt => this.isRipe(`${doubt.group} ${doubt.look}`));
        const asked = doubts.flatMap(doubt => doubt.candidates.map(candidate => {
            const name = ledger.person(candidate)?.name ?? '';
            const text = say(deps, 'bind.is_member', { shown: doubt.shown, name, because: doubt.because });
            const about = {
                kind: 'member',
                group: doubt.group,
                mark: doubt.look,
                candidate,
                text,
                at: clock.now(),
            };
            const line = say(deps, 'bind.pair', { shown: maskName(doubt.shown), name: maskName(name) });
            return { group: doubt.group, line, question: ledger.askBinding(about) };
        }));
        for (const group of new Set(asked.map(one => one.group))) {
            const fresh = asked.filter(one => one.group === group && one.question.answer === null && !one.question.told);
            // one digit answers for all of them: only where each has one candidate, and no candidate two
            const plain = fresh.filter(one => fresh.filter(other => other.question.mark === one.question.mark || other.question.candidate === one.question.candidate).length === 1);
            for (const { question } of fresh)
                ledger.markBinding(question.id, { told: true });
            if (fresh.length === 0)
                continue;
            const names = (plain.length > 0 ? plain : fresh).slice(0, NAMED_AT_MOST).map(one => one.line);
            const shown = names.join('；');
            const list = fresh.length > names.length ? say(deps, 'word.more', { list: shown }) : shown;
            const count = String(new Set(fresh.map(one => one.question.mark)).size);
            if (plain.length < fresh.length)
                this.tellAdmin(deps, group, 'bind.terminal', { count }, fresh.map(one => one.question.id));
            if (plain.length > 0)
                this.open(deps, group, `members:${fresh[0]?.question.id}`, 'bind.members', { count: String(plain.length), list }, plain.map(one => one.question));
        }
    }
    askAboutRooms(deps) {
        const { ledger, clock } = deps;
        const unlisted = [];
        for (const { room, mark, group, because } of this.directory.roomDoubts()) {
            if (!this.isRipe(`room ${mark}`))
                continue;
            const text = group === null ? room.topic : say(deps, 'bind.is_group', { topic: room.topic, group, because });
            const kind = group === null ? 'room' : 'group';
            const question = ledger.askBinding({ kind, group: null, mark, candidate: group ?? '', text, at: clock.now() });
            if (question.told || question.answer !== null)
                continue;
            ledger.markBinding(question.id, { told: true });
            if (group === null)
                unlisted.push({ id: question.id, topic: room.topic });
            else
                this.open(deps, group, `group:${question.id}`, 'bind.group', { topic: room.topic, because }, [question]);
        }
        if (unlisted.length === 0)
            return;
        const list = unlisted
            .slice(0, NAMED_AT_MOST)
            .map(one => say(deps, 'bind.topic', { topic: one.topic.slice(0, 30) }))
            .join('');
        this.tellAdmin(deps, null, 'bind.rooms', { count: String(unlisted.length), list }, unlisted.map(one => one.id));
    }
    /** A new name, another owner, the bot put out: noticed against what the ledger keeps, so also after a night. */
    watchGroup(deps, profile) {
        const { ledger, clock } = deps;
        const sight = this.directory.sight(profile.id);
        if (!sight)
            return;
        const { topic, members } = sight;
        const kept = ledger.knownGroup(profile.id);
        const owner = sight.owner || kept?.owner || '';
        const present = !sight.gone;
        const tell = (key, params, cause) => this.tell(deps, profile, HEADS, key, params, String(cause));
        if (kept && kept.topic !== topic)
            tell('bind.renamed', { topic: sight.room.topic }, clock.now());
        // the same owner is told of once, however long the login lasts
        if (kept && (sight.handedOver || (kept.owner !== '' && kept.owner !== owner)))
            tell('bind.owner', {}, ledger.identityMark(`owner ${sight.room.owner}`));
        if (kept?.present !== false && !present)
            tell('bind.removed', {}, clock.now());
        const now = { group: profile.id, topic, owner, members, present };
        if (JSON.stringify(now) !== JSON.stringify(kept))
            ledger.saveKnownGroup(now, clock.now());
    }
    greet(deps) {
        for (const { id, group } of this.directory.takeNewFriends()) {
            const profile = this.deps.groups.profile(group);
            if (!profile)
                continue;
            const now = deps.clock.now();
            const text = renderMessage(deps.rules().ruleSet.messages, 'friend.greeting');
            const about = { topic: 'greeting', category: null, severity: null, notBefore: now, expiresAt: now + DAY };
            const target = { person: id, group };
            deps.ledger.addActions(`greeting/${id}`, [{ ...about, kind: 'reply', target, recipient: null, text }], now, {
                withhold: deps.groups.mode(group) === 'shadow',
            });
            deps.wake();
        }
    }
    open(deps, group, key, message, params, questions) {
        const profile = this.profileFor(group);
        const admin = profile && personOf(profile, ADMINS);
        if (!profile || !admin)
            return;
        const now = deps.clock.now();
        const code = deps.ledger.nextCode();
        const draft = this.draft(deps, profile, admin, message, {
            code,
            group: profile.name,
            choices: bindingChoices(deps.rules().ruleSet.messages),
            ...params,
        });
        const summary = message === 'bind.group'
            ? say(deps, 'bind.group_summary')
            : say(deps, 'bind.members_summary', { count: questions.length });
        const { case: opened } = deps.ledger.openCase({
            opening: {
                kind: 'binding',
                severity: 'P2',
                category: 'namecard',
                key: `binding:${key}`,
                owner: admin.role,
                about: null,
                deadline: draft.notBefore + DAY,
                summary,
            },
            group: profile.id,
            decisionId: '',
            move: { by: 'bot', channel: 'clock', at: now },
            actions: [draft],
        });
        for (const { id } of questions)
            deps.ledger.markBinding(id, { caseId: opened.id });
        deps.wake();
    }
    tellAdmin(deps, group, key, params, about) {
        const profile = this.profileFor(group);
        if (profile)
            this.tell(deps, profile, ADMINS, key, { ...params, ...(group === null ? {} : { group: profile.name }) }, about.join(' '));
    }
    tell(deps, profile, roles, key, params, cause) {
        const person = personOf(profile, roles);
        if (!person)
            return;
        const draft = this.draft(deps, profile, person, key, { group: profile.name, ...params });
        deps.ledger.addActions(`${key}/${profile.id}/${cause}`, [draft], deps.clock.now());
        deps.wake();
    }
    /** About the bot itself, not about anybody's conduct: it leaves in shadow mode as well. */
    draft(deps, profile, person, key, params) {
        const now = deps.clock.now();
        const { ruleSet, compiled } = deps.rules();
        const pack = compiled.get(profile.pack)?.pack;
        const wall = wallClock(now, deps.localTime(now, profile.timezone).minutes);
        const notBefore = pack ? leavesAt(wall, paramsFor(profile, pack.params), 'P2') : now;
        return {
            kind: 'alert',
            target: { person: person.id, group: profile.id },
            recipient: person.role,
            text: renderMessage(ruleSet.messages, key, params),
            topic: key,
            category: null,
            severity: 'P2',
            notBefore,
            expiresAt: notBefore + DAY,
        };
    }
    /** What belongs to no group is asked where the admin answers. */
    profileFor(group) {
        if (group !== null)
            return this.deps.groups.profile(group);
        const profiles = this.deps.groups.all();
        return profiles.find(profile => personOf(profile, ['admin'])) ?? profiles[0] ?? null;
    }
    isRipe(key) {
        const now = this.deps.clock.now();
        const since = Math.min(this.since.get(key) ?? now, now);
        this.since.set(key, since);
        return now - since >= GRACE;
    }
}
function personOf(profile, roles) {
    return (roles.map(role => profile.people.find(person => person.role === role)).find(person => person !== undefined) ?? null);
}
//# sourceMappingURL=binding-desk.js.map