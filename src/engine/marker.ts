import { kindOf } from '../model/event.js'
import type { Facts } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import type { Scanner } from '../signals/index.js'
import type { Detectors, Together } from './slots.js'

/** By set of strings: 1 where one of them is in what was written or attached, or is known of the event. */
export type Marks = Uint8Array

/** Finds out what each event has of all that rules may need, before any rule is looked at. */
export class Marker {
  readonly #scanner: Scanner
  readonly #detectors: Detectors
  #groups: readonly Group[] = []
  #marks = new Uint8Array()

  constructor(scanner: Scanner, detectors: Detectors) {
    this.#scanner = scanner
    this.#detectors = detectors
  }

  /**
   * Good until the marks of another event are asked for: one array serves all events. It is not the scanner's own, as
   * signals look through other texts while an event is being judged.
   */
  marks(facts: Facts): Marks {
    const found = this.#scanner.scan(facts.text)
    if (this.#marks.length !== found.length) this.#grow(found.length)
    this.#marks.set(found)
    if (facts.standard !== null) this.#markAlso(facts.standard)
    if (facts.attached.original !== '') this.#markAlso(facts.attached)
    this.#markKnown(facts)
    return this.#marks
  }

  #markAlso(text: NormalText): void {
    const more = this.#scanner.scan(text)
    for (let set = 0; set < more.length; set++) if (more[set] === 1) this.#marks[set] = 1
  }

  #markKnown(facts: Facts): void {
    const { event, member, entities } = facts
    const [scanner, groups] = [this.#scanner, this.#groups]
    this.#markAll(scanner.setsOf('kind', kindOf(event)))
    if (event.body.kind === 'message') this.#markAll(scanner.setsOf('kind', 'message'))
    this.#markAll(scanner.setsOf('role', member.role))
    for (let i = 0; i < entities.length; i++) {
      this.#markAll(scanner.setsOf('entity', (entities[i] as (typeof entities)[number]).kind))
    }
    for (let i = 0; i < groups.length; i++) {
      const { hits, asked, sets } = groups[i] as Group
      const places = hits(facts, asked)
      for (let k = 0; k < places.length; k++) this.#markAll(sets[places[k] as number] as readonly number[])
    }
  }

  #markAll(sets: readonly number[]): void {
    for (let i = 0; i < sets.length; i++) this.#marks[sets[i] as number] = 1
  }

  /** Rules were compiled since. */
  #grow(size: number): void {
    this.#marks = new Uint8Array(size)
    this.#groups = this.#detectors.together().map(({ hits, members }) => ({
      hits,
      asked: members.map(({ asked }) => asked),
      sets: members.map(({ name }) => this.#scanner.setsOf('answer', name)),
    }))
  }
}

/** What is asked at once, and of each of its answers the sets that it is in. */
interface Group extends Pick<Together, 'hits'> {
  asked: readonly Together['members'][number]['asked'][]
  sets: readonly (readonly number[])[]
}
