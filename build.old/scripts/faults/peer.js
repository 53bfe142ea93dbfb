/** A subject in a process that can be killed: `peer.js stock|ours BASE_URL DIR`. Tells what it hears and how it is. */
const [who, baseUrl = '', dir = ''] = process.argv.slice(2);
const Class = who === 'stock' ? (await import('./stock.js')).StockSubject : (await import('./ours.js')).OurSubject;
const subject = new Class({ baseUrl, dir });
let [states, heard] = [0, 0];
setInterval(() => {
    for (; states < subject.states.length; states++) {
        process.send?.({ state: subject.states[states]?.state ?? '', text: '' });
    }
    for (; heard < subject.heard.length; heard++)
        process.send?.({ state: 'heard', text: subject.heard[heard]?.text ?? '' });
}, 50);
process.on('disconnect', () => process.exit(1));
await subject.start();
export {};
//# sourceMappingURL=peer.js.map