import { SECOND } from '../../model/time.js';
import { together } from '../together.js';
import { takeAnswers } from './answers.js';
import { greet } from './greet.js';
import { askAboutMembers } from './members.js';
import { askAboutRooms } from './rooms.js';
import { watchGroup } from './watch.js';
/** A login brings rooms, members and friends one after the other: nobody is asked before this. */
const GRACE = 30 * SECOND;
const EVERY = 5 * SECOND;
/**
 * Asks the admin, once, about everything in who-is-who that is uncertain; takes answers over, from the terminal and from
 * private replies; tells the head teacher what happens to a group; greets new friends. Call often.
 */
export class BindingDesk {
    deps;
    directory;
    lastRun = Number.NEGATIVE_INFINITY;
    since = new Map();
    takenOver = new Set();
    constructor(deps, directory) {
        this.deps = deps;
        this.directory = directory;
    }
    tick() {
        const now = this.deps.clock.now();
        // unless the clock was set back
        if (now >= this.lastRun && now - this.lastRun < EVERY)
            return;
        this.lastRun = now;
        const { directory, takenOver } = this;
        const isRipe = (doubt) => this.isRipe(doubt, now);
        together(this.deps, deps => {
            takeAnswers(deps, directory, takenOver);
            askAboutMembers(deps, directory, isRipe);
            askAboutRooms(deps, directory, isRipe);
            for (const profile of deps.groups.all())
                watchGroup(deps, directory, profile);
            greet(deps, directory);
        });
    }
    isRipe(doubt, now) {
        const since = Math.min(this.since.get(doubt) ?? now, now);
        this.since.set(doubt, since);
        return now - since >= GRACE;
    }
}
//# sourceMappingURL=desk.js.map