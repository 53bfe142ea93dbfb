import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { catalogueOf, registry } from '../../src/signals/index.js'

const resources = {
  lexicon: (name: string) => (name === 'ack.words' ? ['收到'] : null),
  lexiconNames: () => ['ack.words'],
}
const catalogue = catalogueOf(registry)

describe('catalogue', () => {
  it.each([...registry.keys()])('%s has a schema that editors can read', name => {
    const schema = z.toJSONSchema(catalogue.schema(name), { target: 'draft-7', io: 'input' })
    expect(JSON.stringify(schema)).not.toContain('"not":{}')
    expect(catalogue.summary(name)).toMatch(/\p{Script=Han}/u)
  })
})
