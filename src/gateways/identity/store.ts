import type { IdentityLedger, PeopleLedger } from '../../ledger/index.js'

/** The part of the ledger that knows people by a stable key. */
export type PeopleStore = Pick<PeopleLedger, 'personId' | 'findPersonId' | 'renamePerson'> & {
  /** all that `work` writes in one write, where the store can do that */
  batch?<T>(work: () => T): T
}

/** The part of the ledger that keeps how they looked, over logins. */
export type Memory = Pick<
  IdentityLedger,
  'identityMark' | 'identities' | 'saveIdentity' | 'forgetIdentity' | 'knownGroup' | 'bindingQuestions'
>

/** Remembers nothing: for a log, where nobody ever logs in again. */
export const NO_MEMORY: Memory = {
  identityMark: text => text,
  identities: () => [],
  saveIdentity: () => {},
  forgetIdentity: () => {},
  knownGroup: () => null,
  bindingQuestions: () => [],
}
