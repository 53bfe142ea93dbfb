import { describe, expect, it } from '@jest/globals'
import { Findings } from '../../src/config/index.js'
import { checkSecret, interpolate } from '../../src/config/interpolate.js'
import { YamlFile } from '../../src/config/yaml.js'
import { brief } from './helpers.js'

function fill(text: string, env: Record<string, string> = {}) {
  const findings = new Findings()
  const value = interpolate(new YamlFile('a.yaml', text).root(), env, findings)
  return { value, told: brief(findings.list()) }
}

describe('interpolate', () => {
  it('fills strings at any depth and leaves the rest alone', () => {
    const text = 'a: "${X}"\nb: [1, "<${X}${Y}>", { c: "${Y}" }]\nd: true\ne:\n'
    expect(fill(text, { X: 'eins', Y: 'zwei' })).toEqual({
      value: { a: 'eins', b: [1, '<einszwei>', { c: 'zwei' }], d: true, e: null },
      told: [],
    })
  })

  it('fills in once: what comes from the environment is not looked at again', () => {
    expect(fill('a: "${X}"', { X: '${Y}', Y: 'no' }).value).toEqual({ a: '${Y}' })
  })

  it('knows only names that a shell knows', () => {
    for (const text of ['$X', '${}', '${1X}', '${X-Y}', '${ X }', '$(X)']) {
      expect(fill(`a: '${text}'`, { X: 'no' })).toEqual({ value: { a: text }, told: [] })
    }
  })

  it('reports each one that is not set, at its place', () => {
    expect(fill('a: "x${NO}y${NEIN}"\nb: ${NO}\n').told).toEqual([
      'BZ116 a.yaml:1:6+5 环境变量 NO 没有设置',
      'BZ116 a.yaml:1:12+7 环境变量 NEIN 没有设置',
      'BZ116 a.yaml:2:4+5 环境变量 NO 没有设置',
    ])
  })

  it('does not touch keys', () => {
    expect(fill('"${X}": 1', { X: 'no' }).value).toEqual({ '${X}': 1 })
  })
})

describe('checkSecret', () => {
  const secret = (text: string) => {
    const findings = new Findings()
    checkSecret(new YamlFile('a.yaml', text).root().at('key'), findings)
    return findings.list().length
  }
  it('lets a secret stand only in the environment', () => {
    expect(secret('key: ${KEY}')).toBe(0)
    expect(secret('other: 1')).toBe(0)
    for (const text of ['key: abc', 'key: "a${KEY}"', 'key: "${KEY} "', 'key: "$KEY"', 'key: ""']) {
      expect([text, secret(text)]).toEqual([text, 1])
    }
  })
})
