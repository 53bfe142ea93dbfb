import { HOUR, MINUTE } from '../../model/time.js';
/** How long after a question a plain line of a teacher, or of another parent, is taken for its answer. */
const TEACHER_REPLIES = 30 * MINUTE;
const PEER_REPLIES = 10 * MINUTE;
const SPEAKS_OF = 24 * HOUR;
const SAME_AGAIN = /^(?:同问|同求|同样想问|我也想问|我也想知道|也想知道|求解答|蹲一个|加一|1$)/;
const STILL_OPEN = /再问|没人回|还没回|没看到回|有人知道吗|麻烦回|看到请回|弱弱地问/;
const SETTLED = /^(?:谢谢|感谢|多谢|知道了|明白了|清楚了|找到了|解决了|不用了|问到了|收到谢谢|好的谢谢|哦好的|好的)/;
const REPLY = /^(?:要|不用|不要|需要|不需|带|不带|对|是的|是|不是|嗯|有|没有|可以|不可以|能|不能|群里|群公告|老师说|通知|在|上面|应该|好像|我家|我们|看|往上翻|周[一二三四五六日]|[0-9一二两三四五六七八九十]+[点号块元页楼])/;
/** Says nothing of what is asked for. */
const EMPTY = new Set('老师|请问|问一|一下|家长|孩子|我们|你们|他们|什么|怎么|可以|今天|明天|知道|有没|没有|时候|大家|谢谢|是不|不是|的吗|了吗|吗谢|哪里|哪个|多少|几点|需要|要不|不要|这个|那个|还是|或者|早上|下午|晚上|班主|主任|妈妈|爸爸|想问|下老|好请'.split('|'));
/** What a message does to the questions that wait, or null. `waiting`: oldest first. */
export function match(waiting, heard) {
    const open = waiting.filter(question => question.at <= heard.at);
    if (open.length === 0)
        return null;
    return heard.question && !heard.staff ? asked(open, heard) : said(open, heard);
}
function asked(open, heard) {
    const recent = open.filter(question => heard.at - question.at <= SPEAKS_OF);
    const same = recent.findLast(question => alike(question.key, heard.key));
    if (same)
        return { again: same.decisionId };
    const own = recent.findLast(question => question.asker === heard.member);
    if (own && STILL_OPEN.test(heard.key))
        return { again: own.decisionId };
    const latest = recent.at(-1);
    return latest && SAME_AGAIN.test(heard.key) ? { again: latest.decisionId } : null;
}
function said(open, heard) {
    const own = open.filter(question => question.asker === heard.member);
    if (own.length > 0)
        return SETTLED.test(heard.key) ? answer(own, 'self') : null;
    const latest = open.at(-1);
    if (!heard.staff && SAME_AGAIN.test(heard.key) && heard.at - latest.at <= SPEAKS_OF)
        return { again: latest.decisionId };
    const by = heard.staff ? 'teacher' : 'peer';
    const meant = open.filter(question => isMeant(question, heard));
    if (meant.length > 0)
        return heard.flood ? null : answer(meant, by);
    if (heard.mentions.length > 0 || heard.quoted !== '' || heard.flood || heard.question)
        return null;
    return heard.staff ? fromStaff(open, heard) : fromPeer(latest, heard);
}
/** Quoted, or its asker called by name. */
function isMeant(question, heard) {
    if (question.askerKey !== '' && heard.mentions.includes(question.askerKey))
        return true;
    return heard.quoted !== '' && alike(question.key, heard.quoted);
}
function fromStaff(open, heard) {
    const of = open.filter(question => heard.at - question.at <= SPEAKS_OF && shared(question.key, heard.key) >= (heard.notice ? 2 : 1));
    if (of.length > 0)
        return answer(of, 'teacher');
    const latest = open.at(-1);
    return !heard.notice && heard.at - latest.at <= TEACHER_REPLIES ? answer([latest], 'teacher') : null;
}
function fromPeer(latest, heard) {
    if (heard.at - latest.at > PEER_REPLIES || heard.key === '')
        return null;
    return shared(latest.key, heard.key) > 0 || REPLY.test(heard.key) ? answer([latest], 'peer') : null;
}
function answer(questions, by) {
    return { answers: questions.map(question => question.decisionId), by };
}
/** Pairs of characters that tell what a text is about. */
function pairs(key) {
    const characters = [...key];
    const found = new Set();
    for (let i = 0; i + 1 < characters.length; i++) {
        const pair = `${characters[i]}${characters[i + 1]}`;
        if (!EMPTY.has(pair) && /[\p{L}\p{N}]{2}/u.test(pair))
            found.add(pair);
    }
    return found;
}
function shared(one, other) {
    const theirs = pairs(other);
    let count = 0;
    for (const pair of pairs(one))
        if (theirs.has(pair))
            count++;
    return count;
}
/** The same question in much the same words. */
function alike(one, other) {
    if (one === '' || other === '')
        return false;
    const fewest = Math.min(pairs(one).size, pairs(other).size);
    if (fewest === 0)
        return one === other;
    const common = shared(one, other);
    return common / fewest >= 0.6 || (common >= 3 && common / fewest >= 0.4);
}
//# sourceMappingURL=match.js.map