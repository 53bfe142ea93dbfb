import type { Condition } from '../model/rule.js'
import type { Evidence, Facts } from '../model/signal.js'
import type { Guard, Guards, Marks } from './guard.js'
import type { Detector, Slot, Slots } from './slots.js'

/** Where a program ends. */
const YES = -1
const NO = -2
/** A step without a mark to look at, or without a signal to ask. */
const NONE = -1
/** Numbers a step: mark, slot, where to go on for yes, where for no. */
const STEP = 4

const UNASKED = 0
const MISSED = 1
const HIT = 2

/** One event being judged, and what signals say of it; each is asked once. */
export class Run {
  readonly facts: Facts
  /** null when they are gone, or were never looked at: then every signal is asked itself */
  marks: Marks | null
  /** the program that judges it, until that goes over to another event */
  program: Program | null
  #own: (Evidence | undefined)[] | undefined

  constructor(facts: Facts, marks: Marks | null = null, program: Program | null = null) {
    this.facts = facts
    this.marks = marks
    this.program = program
  }

  answer({ index, detector }: Slot): Evidence {
    if (this.program !== null) return this.program.answer(index, this.facts)
    this.#own ??= []
    return (this.#own[index] ??= detector.detect(this.facts))
  }
}

/**
 * The rules of one pack as rows of steps: each looks whether a mark is there, then asks a signal, and says where to go on
 * for yes and for no. A signal is asked once an event. One event at a time: answers stand in one row, which the next event
 * takes over, and an earlier one asks anew if it must.
 */
export class Program {
  readonly #slots: Slots
  readonly #guards: Guards
  readonly #written: number[] = []
  #steps = new Int32Array()
  #detectors: readonly Detector[] = []
  #states = new Uint8Array()
  /** the slots that were asked, so that only these need be forgotten */
  #asked = new Int32Array()
  #askedCount = 0
  readonly #answers: (Evidence | undefined)[] = []
  #latest: Run | undefined

  constructor(slots: Slots, guards: Guards) {
    this.#slots = slots
    this.#guards = guards
  }

  /** Adds a rule: where its steps begin. Throws OptionError or RangeError for signals that cannot be asked. */
  add(when: Condition, unless: readonly Condition[]): number {
    const excused = unless.reduceRight((otherwise, excuse) => this.#write(excuse, NO, otherwise), YES)
    return this.#write(when, excused, NO)
  }

  /** All rules are added. */
  close(): this {
    this.#steps = Int32Array.from(this.#written.splice(0))
    this.#detectors = this.#slots.detectors()
    this.#states = new Uint8Array(this.#slots.size)
    this.#asked = new Int32Array(this.#slots.size)
    for (let slot = 0; slot < this.#slots.size; slot++) this.#answers.push(undefined)
    return this
  }

  /** Goes over to another event. */
  next(facts: Facts, marks: Marks): Run {
    if (this.#latest) this.#latest.program = null
    for (let i = 0; i < this.#askedCount; i++) {
      const slot = this.#asked[i] as number
      this.#states[slot] = UNASKED
      this.#answers[slot] = undefined
    }
    this.#askedCount = 0
    this.#latest = new Run(facts, marks, this)
    return this.#latest
  }

  /** What a signal says of the event at hand. */
  answer(slot: number, facts: Facts): Evidence {
    if (this.#states[slot] === UNASKED) this.#ask(slot, facts)
    return this.#answers[slot] as Evidence
  }

  /** Whether the rule that begins there fires for the event at hand. */
  fires(start: number, { facts }: Run, marks: Marks): boolean {
    const [steps, states] = [this.#steps, this.#states]
    let at = start
    while (at >= 0) {
      const mark = steps[at] as number
      const slot = steps[at + 1] as number
      let yes = mark === NONE || marks[mark] !== 0
      if (yes && slot !== NONE) {
        const state = states[slot]
        yes = state === UNASKED ? this.#ask(slot, facts) : state === HIT
      }
      at = steps[yes ? at + 2 : at + 3] as number
    }
    return at === YES
  }

  #ask(slot: number, facts: Facts): boolean {
    const answer = (this.#detectors[slot] as Detector).detect(facts)
    this.#answers[slot] = answer
    this.#states[slot] = answer.hit ? HIT : MISSED
    this.#asked[this.#askedCount++] = slot
    return answer.hit
  }

  /** Writes a condition that goes on at `yes` or `no`; returns where it begins. */
  #write(condition: Condition, yes: number, no: number): number {
    switch (condition.op) {
      case 'all': {
        const steps = this.#inTurn(condition.of).reduceRight((then, child) => this.#write(child, then, no), yes)
        return this.#guarded(this.#guards.of(condition), steps, no)
      }
      case 'any': {
        const steps = this.#inTurn(condition.of).reduceRight(
          (otherwise, child) => this.#write(child, yes, otherwise),
          no,
        )
        return this.#guarded(this.#guards.of(condition), steps, no)
      }
      case 'not':
        return this.#write(condition.of, no, yes)
      case 'signal': {
        const { index, detector } = this.#slots.of(condition.signal, condition.options)
        return this.#step(this.#guards.ofNeeds(detector.needs)[0] ?? NONE, index, yes, no)
      }
    }
  }

  #guarded(guard: Guard, steps: number, no: number): number {
    return guard.reduceRight((then, mark) => this.#step(mark, NONE, then, no), steps)
  }

  #step(mark: number, slot: number, yes: number, no: number): number {
    this.#written.push(mark, slot, yes, no)
    return this.#written.length - STEP
  }

  #inTurn(children: readonly Condition[]): Condition[] {
    return children.toSorted((a, b) => this.#turnOf(a) - this.#turnOf(b))
  }

  /** Of conditions that must all hold the first one counts, as most fail there. */
  #turnOf(condition: Condition): number {
    switch (condition.op) {
      case 'all':
        return Math.min(...condition.of.map(child => this.#turnOf(child)))
      case 'any':
        return Math.max(...condition.of.map(child => this.#turnOf(child)))
      case 'not':
        return this.#turnOf(condition.of)
      case 'signal': {
        const { turn } = this.#slots.of(condition.signal, condition.options).detector
        return turn === 'first' ? 0 : turn === 'last' ? 2 : 1
      }
    }
  }
}
