export {};
//# sourceMappingURL=spot.js.map