import type { IdentityLedger, PeopleLedger } from '../../../ledger/index.js'

/** The part of the ledger that knows people by a stable key. */
export type PeopleStore = Pick<PeopleLedger, 'personId' | 'findPersonId' | 'renamePerson'>

/** The part of the ledger that keeps how they looked, over logins. */
export type IdentityStore = Pick<
  IdentityLedger,
  | 'identityMark'
  | 'identities'
  | 'saveIdentity'
  | 'forgetIdentity'
  | 'knownGroup'
  | 'saveKnownGroup'
  | 'askBinding'
  | 'bindingQuestions'
  | 'markBinding'
  | 'dropBinding'
>

/** Remembers nothing: for a log, where nobody ever logs in again. */
export const NO_MEMORY: Pick<IdentityStore, 'identityMark' | 'identities' | 'saveIdentity' | 'forgetIdentity'> &
  Pick<IdentityStore, 'knownGroup' | 'bindingQuestions'> = {
  identityMark: text => text,
  identities: () => [],
  saveIdentity: () => {},
  forgetIdentity: () => {},
  knownGroup: () => null,
  bindingQuestions: () => [],
}
export type Memory = typeof NO_MEMORY
