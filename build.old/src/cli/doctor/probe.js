export {};
//# sourceMappingURL=probe.js.map