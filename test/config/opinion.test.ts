import { describe, expect, it } from '@jest/globals'
import { buildSchool } from '../../src/config/index.js'
import { brief } from './helpers.js'

const env = {
  LLM_KEY: 'sk-0a1b2c3d',
  LLM_URL: 'https://llm.school.example/v1',
  PLAIN: 'http://llm.school.example/v1/sk-secret',
  EMPTY: '',
}

function build(opinion: string | null) {
  const text = `school: 实验小学
bot: { id: east1 }
groups:
  - { id: c3-2, topic: 三年级二班, pack: common, members: [{ name: 周老师, role: head_teacher }] }
people:
  - { name: 周老师, role: head_teacher }
${opinion === null ? '' : `second_opinion: ${opinion}\n`}`
  return buildSchool('s.yaml', text, { env })
}

function accepted(opinion: string | null) {
  const result = build(opinion)
  if (!result.ok) throw new Error(brief(result.diagnostics).join('\n'))
  return result.school.opinion
}

function rejected(opinion: string) {
  const result = build(opinion)
  if (result.ok) throw new Error('expected a rejection')
  return result.diagnostics
}

const KEY = 'key: "${LLM_KEY}"'

describe('second_opinion', () => {
  it('is off unless it is written', () => {
    expect(accepted(null)).toBeUndefined()
  })

  it('needs an address, a model and a key', () => {
    expect(accepted(`{ url: "\${LLM_URL}", model: school-7b, ${KEY} }`)).toEqual({
      url: 'https://llm.school.example/v1/chat/completions',
      model: 'school-7b',
      key: 'sk-0a1b2c3d',
      from: 0.3,
      to: 0.8,
      timeout: 5000,
      callsPerDay: 200,
      atOnce: 2,
      output: 'schema',
    })
  })

  it('takes what is written', () => {
    const more = 'from: 0.4, to: 0.7, timeout: 8s, calls_per_day: 20, at_once: 1, output: json'
    expect(accepted(`{ url: "https://a.example/v1/", model: m, ${KEY}, ${more} }`)).toMatchObject({
      url: 'https://a.example/v1/chat/completions',
      from: 0.4,
      to: 0.7,
      timeout: 8000,
      callsPerDay: 20,
      atOnce: 1,
      output: 'json',
    })
  })

  it.each([
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['http://localhost:8000', 'http://localhost:8000/chat/completions'],
    ['http://[::1]:8000/v1', 'http://[::1]:8000/v1/chat/completions'],
    ['https://a.example/v1/chat/completions', 'https://a.example/v1/chat/completions'],
    [
      'https://a.example/openai?api-version=2026-01-01',
      'https://a.example/openai/chat/completions?api-version=2026-01-01',
    ],
    ['https://a.example/v1#x', 'https://a.example/v1/chat/completions'],
  ])('%s asks %s', (url, asked) => {
    expect(accepted(`{ url: "${url}", model: m, ${KEY} }`)?.url).toBe(asked)
  })

  it('on this machine needs no key', () => {
    expect(accepted('{ url: "http://127.0.0.1:11434/v1", model: m }')?.key).toBeNull()
  })

  it.each([
    ['http://llm.school.example/v1'],
    ['llm.school.example/v1'],
    ['ftp://llm.school.example'],
    ['https://me:pw@llm.school.example'],
    ['file:///etc/passwd'],
    ['http://127.0.0.1.evil.example/'],
    ['http://0.0.0.0:8000/'],
  ])('%s is no address to send words to', url => {
    const [found, ...more] = rejected(`{ url: "${url}", model: m, ${KEY} }`)
    expect(found).toMatchObject({ code: 'BZ104', place: { line: 7 } })
    expect(more).toEqual([])
  })

  it('does not show what the environment holds', () => {
    const found = rejected(`{ url: "\${PLAIN}", model: m, ${KEY} }`)
    expect(found.map(({ code }) => code)).toEqual(['BZ104'])
    expect(JSON.stringify(found)).not.toContain('sk-secret')
  })

  it.each([
    ['{ url: "https://a.example", model: m }', 'BZ105'],
    ['{ url: "https://a.example", model: m, key: sk-0a1b2c3d }', 'BZ104'],
    ['{ url: "https://a.example", model: m, key: "Bearer ${LLM_KEY}" }', 'BZ104'],
    ['{ url: "https://a.example", model: m, key: "${UNSET}" }', 'BZ116'],
    ['{ url: "https://a.example", model: m, key: "${EMPTY}" }', 'BZ116'],
    ['{ url: "${UNSET}", model: m, key: "${LLM_KEY}" }', 'BZ116'],
    [`{ model: m, ${KEY} }`, 'BZ105'],
    [`{ url: "https://a.example", ${KEY} }`, 'BZ105'],
    [`{ url: "https://a.example", model: m, ${KEY}, from: 0.8 }`, 'BZ121'],
    [`{ url: "https://a.example", model: m, ${KEY}, from: 0.6, to: 0.5 }`, 'BZ121'],
    [`{ url: "https://a.example", model: m, ${KEY}, to: 1.2 }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, timeout: 0s }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, timeout: 1m }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, calls_per_day: 0 }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, at_once: 9 }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, output: xml }`, 'BZ104'],
    [`{ url: "https://a.example", model: m, ${KEY}, temperature: 1 }`, 'BZ102'],
  ])('%s is %s', (written, code) => {
    const found = rejected(written)
    expect(found.map(one => one.code)).toEqual([code])
    expect(JSON.stringify(found)).not.toContain('sk-0a1b2c3d"')
  })
})
