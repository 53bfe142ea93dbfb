import { answer } from '../asker.js';
import { duty } from './duty.js';
import { open } from './open.js';
import { pause, resume } from './pause.js';
import { cancelPost, confirmPost, preparePost } from './post.js';
import { rules } from './rules.js';
import { today } from './today.js';
import { whiteList } from './white-list.js';
/** Carries out what somebody in charge asked for in private, and answers. */
export function command(deps, asker, asked) {
    switch (asked.name) {
        case '今天':
            return today(deps, asker);
        case '未决':
            return open(deps, asker);
        case '规则':
            return rules(deps, asker);
        case '暂停':
            return pause(deps, asker, asked.for);
        case '恢复':
            return resume(deps, asker);
        case '白名单':
            return whiteList(deps, asker, asked.remove);
        case '值班':
            return duty(deps, asker, asked.to);
        case '定时':
        case '通知':
            return preparePost(deps, asker, asked);
        case '确认':
            return confirmPost(deps, asker, asked.code);
        case '取消':
            return cancelPost(deps, asker, asked.code);
        case '帮助':
            return answer(deps, asker, 'reply.help');
    }
}
//# sourceMappingURL=index.js.map