import { BanzhangError } from './errors.js';
/**
 * Texts that the code itself sends, and the parameters each of them must use, all of them and no other.
 * Texts named by rules may use SENDER_PARAMETERS (private, to a sender) or none (collective lines).
 * `also` is `word.also_told` or nothing.
 */
export const MESSAGE_KEYS = {
    /** to people the bot answers to: a case was opened */
    'alert.p0': ['code', 'time', 'who', 'what', 'choices', 'also'],
    'alert.p1': ['code', 'time', 'who', 'what', 'choices'],
    'alert.p2': ['code', 'time', 'who', 'what', 'choices'],
    /** self-harm, bullying, a family in need: call first, nothing in the group; says the least */
    'alert.care': ['code', 'time', 'who', 'choices', 'also'],
    /** so many private words of one kind to one person */
    'alert.strikes': ['code', 'time', 'who', 'what', 'count', 'choices'],
    /** the sender was asked to recall; nothing to do yet */
    'alert.asked_recall': ['code', 'time', 'who', 'what'],
    /** the recall did not come in time */
    'alert.recall_expired': ['code', 'time', 'who', 'what', 'choices'],
    /** several P2 of a day in one line; `again`: after private words */
    'bundle.alert': ['count', 'list', 'code', 'choices'],
    'bundle.line': ['code', 'time', 'who', 'what'],
    'bundle.again': ['code', 'time', 'who', 'what'],
    /** the sender got a private word; for information */
    'alert.copy': ['time', 'who', 'what'],
    /** the bot cannot reach the sender: a text ready to be sent by hand */
    'alert.ready_text': ['time', 'who', 'what', 'text'],
    /** an alert to a colleague (`who` is the role) did not arrive, or perhaps not, and nobody else was told */
    'alert.undelivered': ['code', 'who'],
    /** nobody answered yet */
    'chain.repeat': ['code', 'time', 'who', 'what', 'choices'],
    /** moved up to the next person; `by` is the role it comes from, or `word.nobody_answered` */
    'chain.passed': ['code', 'time', 'who', 'what', 'by', 'choices'],
    /** to the others who were told of an emergency: somebody answered */
    'chain.answered': ['code', 'by'],
    /** answers to a digit */
    'reply.handled': ['code'],
    'reply.reminded': ['code'],
    'reply.ready_text': ['code', 'text'],
    'reply.posted': ['code'],
    'reply.passed': ['code', 'to'],
    'reply.false_alarm': ['code'],
    'reply.muted': ['code', 'what'],
    'reply.undone': ['code'],
    'reply.show': ['code', 'time', 'who', 'what', 'text'],
    'reply.refused': ['code', 'reason'],
    /** which case is meant */
    'reply.which': ['codes'],
    'reply.unknown_code': ['code'],
    'reply.none_open': [],
    /** answers to 未决, 今天, 帮助 and to what was not understood */
    'reply.open': ['count', 'list'],
    'reply.today': ['events', 'reminders', 'lines', 'alerts', 'open'],
    'reply.help': [],
    /** answers to 规则, 暂停, 恢复, 白名单, 值班 */
    'reply.rules': ['list', 'version'],
    'reply.rules_line': ['group', 'pack', 'count'],
    'reply.paused': ['until'],
    'reply.resumed': [],
    'reply.exceptions': ['list'],
    'reply.no_exceptions': [],
    'reply.exception_removed': ['what'],
    'reply.duty': ['who', 'until'],
    'reply.duty_back': [],
    'reply.not_done': ['reason'],
    /** what a digit does, where it is offered: 1已处理; the last two answer for a question about who is who */
    'choice.handled': [],
    'choice.remind_sender': [],
    'choice.remind_group': [],
    'choice.pass': [],
    'choice.false_alarm': [],
    'choice.mute': [],
    'choice.all_right': [],
    'choice.all_wrong': [],
    /** why a digit was not carried out; `span` is how long nobody answered */
    'refused.offered': ['choices'],
    'refused.handled': [],
    'refused.unanswered': ['span'],
    'refused.overtaken': [],
    'refused.trial_remind': [],
    'refused.trial_group': [],
    'refused.trial_pass': [],
    'refused.nobody_to_remind': [],
    'refused.nobody_to_mute': [],
    'refused.no_words': [],
    'refused.no_group_words': [],
    'refused.night': [],
    'refused.lines_used': [],
    'refused.no_superior': [],
    'refused.nothing_to_undo': [],
    'refused.not_yours': [],
    /** why a command was not carried out */
    'refused.pause': [],
    'refused.resume': [],
    'refused.white_list': [],
    'refused.no_entry': ['number'],
    'refused.duty': [],
    'refused.no_colleague': [],
    'refused.which_colleague': ['list'],
    'refused.post': [],
    'refused.trial_post': [],
    'refused.which_group': ['list'],
    'refused.empty_post': [],
    'refused.past': [],
    'refused.post_past': ['code'],
    'refused.no_posts': [],
    'refused.which_post': ['codes'],
    'refused.unknown_post': ['code'],
    'refused.no_appeal': [],
    /** parts of other texts */
    'word.group': [],
    'word.parent': [],
    'word.left_member': [],
    'word.nobody_answered': [],
    'word.also_told': ['list'],
    'word.text_gone': [],
    'word.more': ['list'],
    'word.minutes': ['count'],
    'word.hours': ['count'],
    'word.date': ['month', 'day'],
    'word.tomorrow': ['time'],
    /** what {window} says to a sender: how long it can still be taken back, or that it cannot */
    'window.open': ['span'],
    'window.over': [],
    /** to whoever takes over, or is relieved */
    'duty.given': ['by', 'group', 'until'],
    'duty.over': ['by', 'group'],
    /** a post: its echo, the answers to 确认 and 取消, and its form where it is a notice */
    'post.echo': ['code', 'time', 'group', 'text'],
    'post.confirmed': ['code', 'time'],
    'post.cancelled': ['code'],
    'post.everybody': ['group'],
    'post.please_reply': [],
    'post.please_chain': [],
    'post.no_reply': [],
    'post.notice': ['to', 'what', 'reply', 'from', 'date'],
    /** to the group, if it was authorised beforehand */
    'notice.scam': [],
    /** once a day to the group, where the head teacher wants it: somebody asked after work */
    'notice.after_work': [],
    /** once to the group: how to be reached in private, since some members cannot be */
    'notice.befriend': [],
    /** to a teacher, once a month: pictures of pupils need consent */
    'teacher.portrait': [],
    /** the evening digest, line by line; `again` is `asked_again` or nothing, `age` one of the three `ago` */
    'digest.title': ['group', 'date'],
    'digest.morning': ['group'],
    'digest.questions': ['count'],
    'digest.minutes_ago': ['count'],
    'digest.hours_ago': ['count'],
    'digest.days_ago': ['count'],
    'digest.asked_again': ['count'],
    'digest.question': ['age', 'who', 'text', 'again'],
    'digest.cases': ['count', 'list'],
    'digest.complaints': ['list'],
    'digest.rising': ['list'],
    'digest.floods': ['list'],
    /** a second opinion was asked, and nobody was told */
    'digest.unsure': ['list'],
    'digest.corrections': ['count'],
    'digest.gaps': ['minutes', 'list'],
    'digest.gap_spans': ['count'],
    'digest.gap_lost': ['count'],
    'digest.undelivered': ['count', 'list'],
    'digest.joins': ['count', 'outsiders'],
    'digest.cards': ['count', 'list'],
    'digest.roster': ['count'],
    'digest.shadow': ['reminders', 'lines', 'alerts'],
    'digest.nothing': [],
    /** to the supervisor, weekly, without names: a title and a line a class */
    'weekly.title': ['from', 'to'],
    'weekly.roster': ['outsiders', 'count'],
    'weekly.class': ['group', 'messages', 'questions', 'answered', 'reminders', 'alerts', 'open'],
    /** to the head teacher, monthly: counts for the parents, ready to be posted */
    'monthly.hand_over': ['text'],
    'monthly.counts': ['month', 'messages', 'questions', 'answered', 'reminders', 'lines'],
    /** to the admin: the bot's own state */
    'health.trouble': ['what'],
    'health.damaged': [],
    'health.chain': [],
    'health.failed': ['count'],
    'health.unknown': ['count'],
    /** why nothing was heard for a while: in the ledger, for the admin */
    'gap.not_running': [],
    'gap.new_login': [],
    'gap.no_answer': [],
    'gap.lost': [],
    /** to the admin: who is who is uncertain; 1 confirms all of it, 5 none */
    'bind.members': ['code', 'group', 'count', 'list', 'choices'],
    'bind.terminal': ['group', 'count'],
    'bind.pair': ['shown', 'name'],
    'bind.topic': ['topic'],
    'bind.is_member': ['shown', 'name', 'because'],
    'bind.is_group': ['topic', 'group', 'because'],
    'bind.members_summary': ['count'],
    'bind.group_summary': [],
    'bind.group': ['code', 'group', 'topic', 'because', 'choices'],
    /** to the admin, once: the bot is in rooms that nobody registered */
    'bind.rooms': ['count', 'list'],
    /** to the head teacher: what happened to the group itself */
    'bind.renamed': ['group', 'topic'],
    'bind.owner': ['group'],
    'bind.removed': ['group'],
    /** to a member who added the bot: what it is, how to object */
    'friend.greeting': [],
    /** the charter (公约), for parents: sections whose first line is a heading; `list` is one line an item */
    'charter.title': ['group'],
    'charter.version': ['school', 'version', 'date'],
    'charter.intro': [],
    'charter.line': ['category', 'what', 'answer'],
    'charter.line_bare': ['category', 'answer'],
    'charter.allow': [],
    'charter.collect': [],
    'charter.remind': [],
    'charter.ask_recall': [],
    'charter.escalate_p0': [],
    'charter.escalate_p1': [],
    'charter.escalate_p2': [],
    'charter.promises': ['from', 'to', 'lines'],
    'charter.read': ['inbox', 'flagged', 'escalated', 'leaves'],
    /** what leaves the machine: without, and with, a second opinion from elsewhere */
    'charter.leaves': [],
    'charter.leaves_opinion': [],
    'charter.people': ['list'],
    'charter.object': [],
    'charter.alarm': [],
    'charter.changes': ['since', 'list'],
    'charter.same_lines': [],
    /** to whoever heads a group, before it goes live: can they read it and answer? */
    'live.test': ['code', 'group'],
    /** to a parent who objected in private, and to one of the staff; `to` is a role */
    'appeal.receipt': [],
    'appeal.receipt_staff': ['to'],
    /** what the case says that it is about */
    'appeal.what': [],
    /** by e-mail or webhook, next to an alert */
    'second.alert': ['code', 'severity'],
    /** by e-mail or webhook: an alert to this person or another did not arrive by some other way */
    'second.failed': ['code'],
    /** by e-mail or webhook, to the owner of an account from which somebody else may be writing */
    'second.hijacked': ['code'],
    /** by e-mail or webhook, to the admin: the connection; `minutes` is how long nothing was heard */
    'second.connection': ['code', 'what'],
    'second.silent': ['code', 'minutes'],
    'second.back': ['minutes'],
    /** the same: a QR code to log in with, as a link; in a mail as a picture, too */
    'second.login': ['link'],
    /** by e-mail or webhook, when the admin tries them out */
    'second.test': [],
};
/** Optional in private texts to a sender: `window` is a phrase such as 可在2分钟内撤回, `time` when it was said (22:05). */
export const SENDER_PARAMETERS = ['window', 'time'];
const PARAMETER = /\{([a-z][a-z0-9_]*)\}/g;
/** The `{name}`s of a template in order, and the offset of the first brace that belongs to none. */
export function parseTemplate(template) {
    const parameters = [...template.matchAll(PARAMETER)].map(match => ({
        name: match[1],
        start: match.index,
    }));
    const stray = template.replace(PARAMETER, whole => ' '.repeat(whole.length)).search(/[{}]/);
    return { parameters, strayBrace: stray < 0 ? null : stray };
}
/** Names of the parameters of a template, each once, in order of appearance. */
export function parameters(template) {
    return [...new Set(parseTemplate(template).parameters.map(parameter => parameter.name))];
}
/**
 * The text under `key` with its parameters filled in, in one pass: braces inside a value stay what they are.
 * Throws BZ111 for an unknown key, BZ112 for a parameter that is not given; one that is not used is no error.
 */
export function renderMessage(messages, key, params = {}) {
    const template = messages.get(key);
    if (template === undefined)
        throw new BanzhangError('BZ111', `没有消息 ${key}`);
    return template.replace(PARAMETER, (_, name) => {
        if (!Object.hasOwn(params, name))
            throw new BanzhangError('BZ112', `消息 ${key} 缺少参数 {${name}}`);
        return String(params[name]);
    });
}
//# sourceMappingURL=message.js.map