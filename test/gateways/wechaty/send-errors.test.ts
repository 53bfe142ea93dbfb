import { expect, it } from '@jest/globals'
import { EffectError } from '../../../src/effects/effects.js'
import { NotConnected, SessionEnded } from '../../../src/gateways/wechaty/guard.js'
import { recallFailure, sendFailure } from '../../../src/gateways/wechaty/send-errors.js'

const ret = (Ret: unknown) => ({ response: { status: 200, data: { BaseResponse: { Ret } } } })

it.each([
  [new NotConnected(), 'retry', 'retry'],
  [new SessionEnded('1101'), 'retry', 'retry'],
  [ret(1204), 'retry', 'retry'],
  [ret(1205), 'retry', 'retry'],
  [ret(1), 'refused', 'refused'],
  [ret(-2014), 'refused', 'refused'],
  [{ code: 'ECONNREFUSED' }, 'retry', 'retry'],
  [{ code: 'ENOTFOUND' }, 'retry', 'retry'],
  [{ code: 'ECONNRESET' }, 'unknown', 'retry'],
  [{ code: 'ECONNABORTED' }, 'unknown', 'retry'],
  [{ code: 'ETIMEDOUT' }, 'unknown', 'retry'],
  [{ code: 'ERR_CANCELED' }, 'unknown', 'retry'],
  [{ response: { status: 502 } }, 'unknown', 'retry'],
  [{ response: { status: 429 } }, 'retry', 'retry'],
  [{ response: { status: 403 } }, 'refused', 'refused'],
  [new TypeError('no BaseResponse'), 'unknown', 'retry'],
  [undefined, 'unknown', 'retry'],
  ['text', 'unknown', 'retry'],
])('%p: a send is %s, a recall is %s', (error, send, recall) => {
  expect(sendFailure(error).failure).toBe(send)
  expect(recallFailure(error).failure).toBe(recall)
})

it('keeps what is known already', () => {
  const known = new EffectError('unreachable', '…')
  expect(sendFailure(known)).toBe(known)
})

it('says nothing of what was sent', () => {
  const error = { config: { data: '秘密' }, message: '秘密', code: 'ECONNRESET' }
  expect(sendFailure(error).message).not.toContain('秘密')
})
