import type { Action, ActionDraft, ActionKind, Lane } from '../model/action.js'
import type { Case, CaseKind, CaseOpening, CaseState } from '../model/case.js'
import type { Category } from '../model/category.js'
import type { Decision, DecisionDraft } from '../model/decision.js'
import type { EventKind, GroupEvent, MessageKind } from '../model/event.js'
import type { Deeds, History, Remembered } from '../model/history.js'
import type { MediaFacts } from '../model/media.js'
import type { Recipient, Role } from '../model/member.js'
import type { CallOutcome, Opinion, OpinionCategory } from '../model/opinion.js'
import type { Response, Severity } from '../model/rule.js'
import type { Duration, Instant } from '../model/time.js'

export interface OpenOptions {
  /** path of the SQLite file, or `:memory:` */
  file: string
  /** prefix of every id this ledger gives out; unique among the bots of a district */
  botId: string
  /** 32 bytes; seals the inbox, keys digests of identities, signs the head of the hash chain */
  key: Buffer
  /** `log`, `explain`, `doctor`: takes no lock, migrates nothing, writes nothing */
  readonly?: boolean
}

/** Somebody the ledger has an id for. `name` is empty once erased. */
export interface KnownPerson {
  id: string
  /** null for people the bot knows from private chats only */
  group: string | null
  name: string
  role: Role
  erased: boolean
}

/** Names live here and nowhere else. */
export interface PeopleLedger {
  /** Finds or makes the person behind a stable key of a group. The role follows the school file; the name does not change. */
  personId(group: string | null, key: string, name: string, role: Role): string
  /** The person behind a stable key, without making one. */
  findPersonId(group: string | null, key: string): string | null
  person(id: string): KnownPerson | null
  renamePerson(id: string, name: string): void
  /** all people, or those of one group; erased ones included, without a name */
  people(group?: string | null): KnownPerson[]
  /** Name, stable key and looks go, the id stays. False when there is no such person. */
  erasePerson(id: string): boolean
}

/** How somebody looked when last bound: keyed digests (`identityMark`), empty for none or unknown. */
export interface KnownIdentity {
  person: string
  card: string
  nick: string
  avatar: string
  remark: string
  /** of the network id, which lasts as long as one login */
  network: string
}

/** A group as last seen: digests of its name and of its members' names, one list a member. */
export interface SeenGroupRecord {
  group: string
  topic: string
  /** person id of the owner, or empty */
  owner: string
  members: readonly (readonly string[])[]
  /** false once the bot was removed */
  present: boolean
}

/** `member`: is this member that person? · `group`: is this room that group? · `room`: a room nobody registered */
export type QuestionKind = 'member' | 'group' | 'room'

export interface BindingQuestion {
  id: string
  kind: QuestionKind
  /** null for people known from private chats, and for rooms */
  group: string | null
  /** digest of what was seen */
  mark: string
  /** person id, group id, or empty */
  candidate: string
  /** what to show; sealed on disk, gone once answered */
  text: string | null
  askedAt: Instant
  caseId: string | null
  /** `propose`: the admin wants the school-file lines for a room */
  answer: 'yes' | 'no' | 'propose' | null
  answeredBy: string | null
  answeredAt: Instant | null
  /** the bot has taken the answer over */
  applied: boolean
  /** somebody was told of it */
  told: boolean
}

export interface IdentityLedger {
  /** Keyed digest of a name, a picture or a topic; of nothing it is empty. */
  identityMark(text: string): string
  /** null: people known from private chats */
  identities(group: string | null): KnownIdentity[]
  saveIdentity(group: string | null, identity: KnownIdentity, at: Instant): void
  forgetIdentity(group: string | null, person: string): void
  knownGroup(group: string): SeenGroupRecord | null
  saveKnownGroup(group: SeenGroupRecord, at: Instant): void
  /** Asks once: the standing question of the same mark and candidate comes back, answered or not. */
  askBinding(question: {
    kind: QuestionKind
    group: string | null
    mark: string
    candidate: string
    text: string
    at: Instant
  }): BindingQuestion
  /** all, oldest first */
  bindingQuestions(): BindingQuestion[]
  markBinding(id: string, change: { caseId?: string; told?: true; applied?: true; text?: string | null }): void
  /** False when there is none, or it was answered before. Yes to one candidate is no to all others. */
  answerBinding(id: string, answer: 'yes' | 'no' | 'propose', by: string, at: Instant): boolean
  dropBinding(id: string): void
}

export interface NewEvent {
  event: GroupEvent
  /** person id of the sender, null for the system */
  member: string | null
  role: Role
  /** keyed digest of the match key, empty for no text */
  digest: string
  /** length of the match key */
  length: number
  /** unmasked; sealed in the inbox for at most ten minutes; null keeps nothing (ordinary silence, objectors) */
  textForInbox: string | null
  recordedAt: Instant
}

/** What is kept of an event: no text, no name. */
export interface EventRecord {
  seq: number
  id: string
  group: string
  at: Instant
  member: string | null
  role: Role
  kind: EventKind | MessageKind
  digest: string
  length: number
  late: boolean
  recordedAt: Instant
  /** ids, counts and flags of the body; never a text */
  meta: Record<string, unknown>
}

/** One reading of unmasked text, or of a name. */
export interface Access {
  /** event id; of a name, the person's */
  eventId: string
  reader: string
  at: Instant
  found: boolean
}

export interface EventLedger {
  recordEvent(event: NewEvent): 'new' | 'duplicate'
  /** A private message by its id, without its text: one that is heard again must not answer another case. */
  recordPrivate(id: string, person: string, at: Instant): 'new' | 'duplicate'
  event(id: string): EventRecord | null
  /** Recorded but not decided, oldest first: what a crash interrupted. */
  undecidedEvents(limit?: number): EventRecord[]
  /** The unmasked text while it is kept; every reading is logged under the reader's name. Not on a read-only ledger. */
  inboxText(eventId: string, now: Instant, reader: string): string | null
  /** Its text went before it could be decided: nobody will come back to it. It stays on record, undecided. */
  loseEvent(eventId: string): void
  /** The decision on the event is final: its text goes. */
  finishInbox(eventId: string): void
  /** Drops what is older than ten minutes; returns how many texts went. */
  purgeInbox(now: Instant): number
  accesses(since: Instant): Access[]
  /** Notes that somebody was shown what is not masked, such as a name: `subject` is whose, an event or person id. */
  noteAccess(subject: string, reader: string, at: Instant): void
}

/** What is kept of what was sent with a message: a hash and counts, never a byte. */
export interface EventMedia extends MediaFacts {
  event: string
  at: Instant
}

export interface MediaLedger {
  /** Keeps the first word on the media of an event that is on record; false otherwise. */
  recordMedia(media: Omit<EventMedia, 'at'>, at: Instant): boolean
  /** null where nothing was fetched */
  media(eventId: string): EventMedia | null
}

export interface RuleSetLedger {
  /** Stores a rule-set version whole, once. */
  saveRuleSet(hash: string, sources: ReadonlyMap<string, string>, at: Instant): void
  ruleSetSources(hash: string): Map<string, string> | null
  /** oldest first */
  ruleSets(): { hash: string; at: Instant }[]
}

/**
 * Shadow mode: what is owed is written as withheld, in the same transaction, and never leaves. `but_replies`: an answer
 * to somebody who wrote to the bot leaves all the same.
 */
export type Withhold = boolean | 'but_replies'

export interface Commit {
  draft: DecisionDraft
  remembered: Remembered
  /** masked; kept for flagged and escalated messages, open questions and cases only */
  excerpt: string | null
  now: Instant
  /** default false */
  withhold?: Withhold
}

export interface Committed {
  decision: Decision
  /** the actions this decision owes, after what earlier decisions on the event did */
  actions: Action[]
  openedCase: Case | null
  /** the event had been decided already: nothing was written and the standing decision is returned */
  duplicate: boolean
}

export type ChainReport = { ok: true; length: number } | { ok: false; at: string; reason: string }

export interface DecisionLedger {
  /** Decision, actions, case and memory of the event in one transaction. */
  commitDecision(commit: Commit): Committed
  /** Walks the hash chain from the first decision to the signed head. */
  verifyChain(): ChainReport
  /** forgets the masked excerpt of a decision (an answered question, a closed case) */
  dropExcerpt(decisionId: string): void
  /** What one group did lately. `before`: an event judged again; it and all that was first judged after it are left out. */
  history(group: string, before?: string): History
  /** What the bot did or owes. `except`: an event judged again; what it brought about itself is left out. */
  deeds(group: string, except?: string): Deeds
}

export interface Settlement {
  state: 'done' | 'failed' | 'expired' | 'unknown' | 'withdrawn' | 'withheld' | 'bundled'
  now: Instant
  /** what the network called the message */
  sentAs?: string | null
  error?: string | null
}

export interface OutboxLedger {
  /** owed and due, P0 and recall requests first, then oldest; those past their `expiresAt` included, for the worker to settle */
  dueActions(now: Instant, limit: number, lane?: Lane): Action[]
  nextDueAt(lane?: Lane): Instant | null
  /** owed -> sending; false when it was not owed any more */
  markSending(id: string, now: Instant): boolean
  /** False when the action was settled before; a late `sentAs` is still noted. */
  settle(id: string, settlement: Settlement): boolean
  /** sending or unknown -> owed again, not before the given instant */
  retry(id: string, notBefore: Instant, error: string): boolean
  /** At boot: whatever was being sent has an unknown outcome. */
  recoverSending(now: Instant): Action[]
  unknownActions(): Action[]
  /** The bot heard its own line: settles the matching action, or null when none waits for it. */
  settleByEcho(echo: {
    messageId: string
    at: Instant
    target: { group: string } | { person: string }
    text: string
  }): Action | null
  action(id: string): Action | null
  actionsOf(cause: string): Action[]
  /** how often something was handed to the network since then, for pacing */
  sentCount(query: { since: Instant; to?: string; kinds?: readonly ActionKind[]; lane?: Lane }): number
  /** Owes actions under a case move or a job run; the same cause owes each part once. */
  addActions(cause: string, drafts: readonly ActionDraft[], now: Instant, options?: { withhold?: Withhold }): Action[]
}

export interface CaseMove {
  seq: number
  id: string
  caseId: string
  /** person id, role (`head_teacher:bz1-p7`), or `bot` */
  by: string
  /** `wechat`, `email`, `web`, `terminal`, `clock`, `group` */
  channel: string
  /** what was done: `opened`, `joined`, `1`, `repeat`, … */
  what: string
  at: Instant
  from: { state: CaseState; step: number } | null
  to: { state: CaseState; step: number }
}

export type CaseChange = Partial<
  Pick<Case, 'state' | 'step' | 'severity' | 'owner' | 'deadline' | 'summary' | 'closedAt' | 'closedBy'>
>

export interface CaseLedger {
  case(id: string): Case | null
  /** all of them, oldest first; `since` and `until` (not included) are about when they were opened */
  cases(filter?: { group?: string; since?: Instant; until?: Instant }): Case[]
  /** waiting, open or passed, oldest first */
  openCases(filter?: { group?: string; kind?: CaseKind; owner?: Recipient; severity?: Severity }): Case[]
  /** the open case of this code; with `closed`, the latest one of this code even if it is closed */
  caseByCode(code: string, options?: { group?: string; closed?: boolean }): Case | null
  /** The code that the next case will get: A1 … A99, B1 … Z99, then round again; free among open cases. */
  nextCode(): string
  openCaseByKey(group: string, key: string): Case | null
  /** open cases whose deadline has come, earliest first */
  dueCases(now: Instant): Case[]
  nextDeadline(): Instant | null
  /** A case without a new decision (an appeal, a binding): joins the open one of the same key. */
  openCase(input: {
    opening: CaseOpening
    group: string
    decisionId: string
    move: Pick<CaseMove, 'by' | 'channel' | 'at'>
    actions: readonly ActionDraft[]
    withhold?: Withhold
  }): { case: Case; joined: boolean; actions: Action[] }
  /** Another deadline, because the clock was set; no move of anybody's. */
  rescheduleCase(caseId: string, deadline: Instant): void
  /** Refused (`moved: false`, with the case as it stands) when state or step is no longer what the mover saw. */
  moveCase(input: {
    caseId: string
    from: { state: CaseState; step: number }
    to: CaseChange
    move: Pick<CaseMove, 'by' | 'channel' | 'what' | 'at'>
    actions: readonly ActionDraft[]
    withhold?: Withhold
  }): { moved: boolean; case: Case; actions: Action[] }
  caseMoves(id: string): CaseMove[]
}

/** The latest private word to somebody. */
export interface PrivateWord {
  group: string
  decisionId: string
  category: Category
  at: Instant
}

export interface ToldLedger {
  /**
   * Cases of which an alert told this person, or is to tell them, or may have: open ones, and those closed since the
   * instant; latest told first. What was withdrawn or withheld told nobody.
   */
  casesTold(person: string, closedSince: Instant): Case[]
  /** The latest reminder or recall request that a decision owed this person since then and that may have reached them. */
  lastWordTo(person: string, since: Instant): PrivateWord | null
}

export interface Feedback {
  seq: number
  id: string
  decisionId: string
  caseId: string | null
  kind: 'false_alarm'
  by: string
  at: Instant
}

export interface Gap {
  seq: number
  from: Instant
  to: Instant
  reason: string
}

export interface JournalLedger {
  addFeedback(feedback: Omit<Feedback, 'seq' | 'id'>): Feedback
  /** what stands: not what its giver took back by `0` */
  feedback(since?: Instant): Feedback[]
  /** a time in which nothing was heard; the same one twice is one */
  addGap(from: Instant, to: Instant, reason: string): void
  gaps(since: Instant): Gap[]
  /** due instant of the latest run that was claimed */
  lastRun(job: string): Instant | null
  /** Claims the run that was due at this instant: true once, false for the same or an earlier instant. */
  markRun(job: string, due: Instant): boolean
  meta(key: string): string | null
  /** null removes */
  setMeta(key: string, value: string | null): void
  /** all that begin so, in order of their keys */
  metas(prefix: string): { key: string; value: string }[]
  /** After the clock was wrong: runs claimed for a time later than this count as not claimed. */
  forgetRunsAfter(instant: Instant): number
}

/** A parent's question. Its masked words are the excerpt of its decision, kept until it is closed. */
export interface Question {
  decisionId: string
  group: string
  /** person id */
  asker: string
  at: Instant
  /** about a child's health: first in line */
  health: boolean
  /** how often it was asked, by whomever */
  asked: number
  closedAt: Instant | null
  /** `teacher`, `peer`, `self` (recalled or settled by the asker), `expired`; null while it is open */
  closedBy: string | null
  /** masked; null once closed or erased */
  excerpt: string | null
}

export interface QuestionLedger {
  askQuestion(question: Pick<Question, 'decisionId' | 'group' | 'asker' | 'at' | 'health'>): void
  /** somebody asked the same again */
  askAgain(decisionId: string): void
  /** Closes it and forgets its words; false when it was closed before. */
  closeQuestion(decisionId: string, by: string, at: Instant): boolean
  /** open ones of a group, oldest first */
  openQuestions(group: string): Question[]
  /** how many were asked since then, and how many of those are closed by an answer */
  questionCounts(group: string, since: Instant, until: Instant): { asked: number; answered: number }
}

/** One call for a second opinion, or the use of an answer that is known already. No text. */
export interface OpinionCall {
  id: string
  /** the decision that it is about */
  decisionId: string
  group: string
  at: Instant
  /** keyed digest of all that is asked */
  digest: string
  model: string
  about: OpinionCategory
  /** of the intent model, and between what it lies */
  probability: number
  from: number
  to: number
  /** null: not yet, or the process ended before */
  outcome: CallOutcome | null
  opinion: Opinion | null
  ms: Duration | null
  tokens: number | null
  /** HTTP status */
  status: number | null
  /** the decision in which the answer changed something; null where it changed nothing */
  changed: string | null
}

export interface OpinionLedger {
  /** Before anything is sent. Returns its id. */
  addOpinionCall(call: Omit<OpinionCall, 'id'>): string
  /** False when it was settled before. */
  settleOpinionCall(
    id: string,
    settled: Pick<OpinionCall, 'opinion' | 'ms' | 'tokens' | 'status' | 'changed'> & { outcome: CallOutcome },
  ): boolean
  /** what was answered to the same question since then, latest first */
  knownOpinion(digest: string, since: Instant): Opinion | null
  /** how many calls left since then, answered or not */
  opinionCallCount(since: Instant): number
  /** oldest first */
  opinionCalls(filter?: { group?: string; since?: Instant; eventId?: string }): OpinionCall[]
}

export interface DecisionFilter {
  group?: string
  category?: Category
  respond?: Response
  /** person id of who the event is from */
  member?: string
  since?: Instant
  until?: Instant
  /** decisions with a greater `seq` only, for following */
  after?: number
  limit: number
  /** default asc; desc gives the latest first */
  order?: 'asc' | 'desc'
}

/** One line of `log`. */
export interface DecisionLine {
  seq: number
  id: string
  eventId: string
  group: string
  at: Instant
  member: string | null
  role: Role | null
  kind: EventKind | MessageKind | null
  rule: string | null
  category: Category | null
  topic: string | null
  respond: Response
  severity: Severity | null
  to: Recipient | null
  supersedes: string | null
  caseId: string | null
  /** masked; null when none was kept or it was erased */
  excerpt: string | null
  actions: Action[]
}

/** Everything `explain` shows. */
export interface DecisionRecord {
  seq: number
  decision: Decision
  committedAt: Instant
  hash: string
  supersededBy: string | null
  event: EventRecord | null
  actions: Action[]
  case: Case | null
  remembered: Remembered | null
  excerpt: string | null
}

export interface Stats {
  events: number
  decisions: number
  byCategory: { category: Category | null; respond: Response; count: number }[]
  actions: { kind: ActionKind; state: Action['state']; count: number }[]
  cases: { kind: CaseKind; state: CaseState; count: number }[]
}

export interface QueryLedger {
  decisions(filter: DecisionFilter): DecisionLine[]
  /** by decision id, or by event id (then the latest decision on it) */
  decision(id: string): DecisionRecord | null
  /** every line to this person alone, oldest first */
  actionsTo(person: string): Action[]
  /** superseded decisions do not count */
  stats(filter?: { group?: string; since?: Instant; until?: Instant }): Stats
}

export interface RetentionReport {
  inbox: number
  excerpts: number
  actionTexts: number
  summaries: number
}

export interface Erased extends RetentionReport {
  /** actions that were still owed, and are not any more */
  withdrawn: number
}

export interface Ledger
  extends PeopleLedger,
    IdentityLedger,
    EventLedger,
    MediaLedger,
    RuleSetLedger,
    DecisionLedger,
    OutboxLedger,
    CaseLedger,
    ToldLedger,
    JournalLedger,
    QuestionLedger,
    OpinionLedger,
    QueryLedger {
  readonly file: string
  readonly botId: string
  readonly readonly: boolean
  /** Erases what is past its time; running it again changes nothing. */
  applyRetention(now: Instant, keep: { inbox: Duration; flagged: Duration; escalated: Duration }): RetentionReport
  /**
   * Every text that goes back to one person goes: excerpts, inbox, summaries of closed cases, lines to them and about
   * them, and the digests and answers of their group, which may quote them. What was owed to them is withdrawn.
   */
  eraseTexts(person: string, now: Instant): Erased
  /**
   * Several writes as one: all or nothing, and one wait for the disk instead of many. Whatever is thrown must leave
   * `work`: an error caught inside would let half of a write be committed.
   */
  batch<T>(work: () => T): T
  /** what SQLite's own check finds wrong; empty when all is well */
  integrity(): string[]
  /** moves the write-ahead log into the file */
  checkpoint(): void
  close(): void
}
