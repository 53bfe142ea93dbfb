export class EffectError extends Error {
    failure;
    constructor(failure, message, cause) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'EffectError';
        this.failure = failure;
    }
}
//# sourceMappingURL=effects.js.map