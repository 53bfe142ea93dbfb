export {};
//# sourceMappingURL=outbox-options.js.map