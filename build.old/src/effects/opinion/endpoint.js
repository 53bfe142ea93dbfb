import { readAnswer } from './answer.js';
import { requestBody } from './request.js';
/** Of an answer of three words; what is longer is none. */
const LONGEST = 64 * 1024;
const nothing = (outcome, status = null) => ({
    outcome,
    opinion: null,
    tokens: null,
    status,
});
/** Asks an OpenAI-compatible chat endpoint: one call, no second try, no redirect, at most 64 KiB, within the time-out. */
export function opinionEndpoint(config) {
    return async (question, stop) => {
        const began = performance.now();
        const call = new AbortController();
        const hangUp = () => call.abort();
        let late = false;
        const timer = setTimeout(() => {
            late = true;
            hangUp();
        }, config.timeout);
        stop.addEventListener('abort', hangUp, { once: true });
        if (stop.aborted)
            hangUp();
        try {
            const came = await ask(config, requestBody(config, question), call).catch(() => nothing('unreachable'));
            return { ...(late ? nothing('timeout') : came), ms: Math.round(performance.now() - began) };
        }
        finally {
            clearTimeout(timer);
            stop.removeEventListener('abort', hangUp);
            // whatever is still under way of an answer that nobody reads
            hangUp();
        }
    };
}
/** One call about a line that nobody wrote, to see whether the endpoint answers as it should. */
export function testOpinion(config) {
    const question = { about: 'commerce', text: '自家果园的橙子，三十元一箱，要的私我' };
    return opinionEndpoint(config)(question, new AbortController().signal);
}
async function ask({ url, key }, body, call) {
    const response = await fetch(url, {
        method: 'POST',
        // masked words are for the service that the school chose, and for no other that it names
        redirect: 'manual',
        signal: call.signal,
        headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
        body,
    });
    const { status } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
        return nothing('redirect', status || null);
    if (!response.ok)
        return nothing('status', status);
    const text = await read(response);
    if (text === null)
        return nothing('too_long', status);
    const answer = readAnswer(text);
    return answer ? { outcome: 'answered', ...answer, status } : nothing('malformed', status);
}
async function read(response) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > LONGEST)
            return null;
    }
    return Buffer.concat(chunks).toString('utf8');
}
//# sourceMappingURL=endpoint.js.map