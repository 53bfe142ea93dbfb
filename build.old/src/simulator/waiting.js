/** Something others wait for: no polling, no sleeping. */
export class Waiting {
    waiters = new Set();
    released = false;
    /** Tells everybody who waits to look again. */
    wake() {
        for (const look of [...this.waiters])
            look();
    }
    /** Lets everybody go, now and from now on: nothing will ever happen here again. */
    release() {
        this.released = true;
        this.wake();
    }
    /** Resolves true as soon as `ready()` holds, false after so many milliseconds of real time or on release. */
    until(ready, ms) {
        if (this.released || ready())
            return Promise.resolve(ready());
        return new Promise(resolve => {
            const finish = (value) => {
                clearTimeout(timer);
                this.waiters.delete(look);
                resolve(value);
            };
            const look = () => {
                if (this.released || ready())
                    finish(ready());
            };
            const timer = setTimeout(finish, ms, false);
            this.waiters.add(look);
        });
    }
}
//# sourceMappingURL=waiting.js.map