/** What a gateway can really do; known before anything is tried. */
export interface Capabilities {
  sayInGroup: boolean
  sayInPrivate: boolean
  recallOwn: boolean
  /** take back somebody else's message */
  recallOther: boolean
  removeMember: boolean
  announce: boolean
  /** the gateway hears its own messages again, so that an unknown outcome can be settled by looking */
  hearsItself: boolean
}
export type Capability = keyof Capabilities

export const CAPABILITIES: readonly Capability[] = [
  'sayInGroup',
  'sayInPrivate',
  'recallOwn',
  'recallOther',
  'removeMember',
  'announce',
  'hearsItself',
]
