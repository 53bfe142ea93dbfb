export {};
//# sourceMappingURL=outbox-store.js.map