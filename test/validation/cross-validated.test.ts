import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { crossValidated } from '../../scripts/validation/cross-validated.js'
import { modelAlone, SURE } from '../../scripts/validation/model-alone.js'
import { PROJECT } from '../cli/cli.js'
import { event, stretch } from './support.js'

describe('cross-validated figures', () => {
  it('are found on the page that training writes', () => {
    const figures = crossValidated(readFileSync(join(PROJECT, 'docs', 'intent-model.md'), 'utf8'), SURE)
    for (const share of Object.values(figures)) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
    expect(figures.surelyKnown).toBeLessThanOrEqual(figures.known)
    expect(figures.surelyMistaken).toBeLessThanOrEqual(figures.mistaken)
  })

  it('are not made up where the page lacks one', () => {
    expect(() => crossValidated('# another page', SURE)).toThrow(/no figure for mistaken/)
  })
})

describe('the model by itself', () => {
  it('is asked about messages with words, innocent ones and those that need something', () => {
    const { mistaken, known } = modelAlone([
      stretch(
        event({ text: '明天几点到校呀' }),
        event({ type: 'emoticon', text: '' }),
        event({ type: 'system', from: '系统', text: '有人加入了群聊' }),
        event({ type: 'voice', text: '', transcript: '听不见' } as never),
        event({ label: 'commerce', expect: 'remind', text: '自家橙子50一箱包邮，要的私我' }),
        event({ label: 'complaint_dissent', text: '我不同意这样排座位' }),
        event({ type: 'file', text: '', filename: '春游安排.docx' } as never),
      ),
    ])
    expect([mistaken.all, known.all]).toEqual([2, 1])
  })
})
