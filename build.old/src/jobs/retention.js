import { DAY } from '../model/time.js';
import { forgetPosts } from '../pipeline/commands/post.js';
import { everyDay } from './schedule.js';
/** A question that nobody answered for a week is of no use any more; its words go. */
const QUESTION_LIFE = 7 * DAY;
/** 03:10: erases what is past its time. */
export const retention = {
    name: 'retention',
    minutes: 3 * 60 + 10,
    on: everyDay,
    says: '每天 03:10：到期的原文、摘录和发出的话清掉，结果写进日志',
    grace: DAY,
    run({ deps, groups, retention: keep }) {
        const { ledger, clock, log } = deps;
        const now = clock.now();
        let questions = 0;
        for (const group of groups)
            for (const question of ledger.openQuestions(group.id))
                if (question.at <= now - QUESTION_LIFE && ledger.closeQuestion(question.decisionId, 'expired', now))
                    questions++;
        const posts = forgetPosts(deps);
        if (keep === null)
            return;
        const report = ledger.applyRetention(now, keep);
        log.info({ ...report, questions, posts }, 'erased what was past its time');
    },
};
//# sourceMappingURL=retention.js.map