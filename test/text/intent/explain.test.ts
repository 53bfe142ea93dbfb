import { describe, expect, it } from '@jest/globals'
import { explainIntent } from '../../../src/text/intent/index.js'
import { inputOf, modelThatKnows } from './support.js'

describe('why a message is taken for something', () => {
  const model = modelThatKnows('要的私我')
  const explain = (text: string, spans: { start: number; end: number }[] = []) =>
    explainIntent(model, inputOf(text), 'commerce', 0.934, { spans })

  it('is one Chinese sentence with the words as written', () => {
    expect(explain('橙子，要的 私我').sentence).toBe('像商业推销（0.93）：要的 私我')
  })

  it('points at the text as written', () => {
    const text = '橙子，要的 私我'
    expect(explain(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(['要的 私我'])
  })

  it('repeats nothing that is personal: then it counts', () => {
    expect(explain('要的私我', [{ start: 1, end: 3 }]).sentence).toBe('像商业推销（0.93）：1 处特征')
  })

  it('repeats no name of the class', () => {
    const known = modelThatKnows('找钱多多买')
    const hidden = { spans: [], students: ['钱多多'], names: ['冯小满妈妈'] }
    expect(explainIntent(known, inputOf('找钱多多买'), 'commerce', 0.9, hidden).sentence).toBe(
      '像商业推销（0.90）：1 处特征',
    )
  })

  it('repeats no abuse and nothing of what is somebody’s own affair', () => {
    for (const category of ['abuse_conflict', 'self_harm_bullying', 'privacy_leak'] as const) {
      const { sentence } = explainIntent(model, inputOf('要的私我'), category, 0.9, { spans: [] })
      expect(sentence).not.toContain('私我')
    }
  })

  it('needs no words for what is normal', () => {
    expect(explainIntent(model, inputOf('好的'), 'normal', 0.98, { spans: [] }).sentence).toBe('像正常交流（0.98）')
  })

  it('says the category alone where no words speak for it', () => {
    expect(explain('').sentence).toBe('像商业推销（0.93）')
    expect(explain('作业').sentence).toBe('像商业推销（0.93）')
  })
})
