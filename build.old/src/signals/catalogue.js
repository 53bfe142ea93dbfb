import { prepared } from './resources.js';
import { OptionError } from './signal.js';
export function catalogueOf(registry) {
    const get = (name) => {
        const signal = registry.get(name);
        if (!signal)
            throw new RangeError(`unknown signal: ${name}`);
        return signal;
    };
    return {
        names: () => [...registry.keys()],
        summary: name => registry.get(name)?.summary ?? '',
        schema: name => get(name).options,
        check(name, options, resources) {
            try {
                prepared(get(name), options, resources);
                return [];
            }
            catch (error) {
                if (error instanceof OptionError)
                    return [...error.problems];
                throw error;
            }
        },
    };
}
//# sourceMappingURL=catalogue.js.map