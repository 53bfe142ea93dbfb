import type { ServerResponse } from 'node:http'
import type { OpinionConfig } from '../../../src/model/opinion.js'
import { HttpHost } from '../channels/servers.js'

/** A chat endpoint on loopback that answers as `content` says. */
export class ChatHost extends HttpHost {
  /** what the model says, from what it was asked */
  content: (message: string) => string = () => '{"answer":"unsure"}'

  constructor() {
    super()
    this.behave = (response, post) => {
      const { messages } = JSON.parse(post.body) as { messages: { content: string }[] }
      const { message } = JSON.parse(messages[1]?.content ?? '{}') as { message: string }
      complete(response, this.content(message))
    }
  }

  /** the messages that it was asked about */
  get asked(): string[] {
    return this.posts.map(({ body }) => JSON.parse(JSON.parse(body).messages[1].content).message as string)
  }
}

export function complete(response: ServerResponse, content: unknown, more: Record<string, unknown> = {}): void {
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model: 'any',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null, ...more } }],
      usage: { prompt_tokens: 200, completion_tokens: 7, total_tokens: 207 },
    }),
  )
}

export function config(url: string, more: Partial<OpinionConfig> = {}): OpinionConfig {
  return {
    url,
    model: 'school-7b',
    key: 'secret-key',
    from: 0.3,
    to: 0.8,
    timeout: 400,
    callsPerDay: 100,
    atOnce: 2,
    output: 'schema',
    ...more,
  }
}
