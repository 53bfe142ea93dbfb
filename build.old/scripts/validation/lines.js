const share = (name, reach, part) => ({
    name,
    reach,
    part,
    of: figures => shareOf(part(figures)),
});
const counted = (name, reach, part) => ({
    name,
    reach,
    part,
    of: figures => `${part(figures).some}/${part(figures).all}`,
});
const number = (name, reach, of) => ({
    name,
    reach,
    of: figures => String(of(figures)),
});
/** Every figure, in the order in which a person wants to know it. */
export const LINES = [
    number('events', '', figures => figures.events),
    share('false alarms among innocent events', 'at most 1.5 %', figures => figures.falseAlarms),
    share('innocent people approached', '', figures => figures.wronglyApproached),
    share('caught, of what needs something', 'at least 92 %', figures => figures.caught),
    share('right response exactly', 'at least 85 %', figures => figures.exact),
    counted('P0 caught as P0', 'all', figures => figures.p0Caught),
    counted('P0 escalated at all', 'all', figures => figures.p0Escalated),
    {
        name: 'false P0 per 1,000 events',
        reach: 'at most 2',
        of: ({ p0False: { some, all } }) => (all === 0 ? '–' : ((1000 * some) / all).toFixed(1)),
    },
    number('told as P0 where P1 or P2 was due', '', figures => figures.p0Inflated),
    share('escalated to the right person', 'at least 97 %', figures => figures.routedRight),
    counted('of them to the supervisor', '', figures => figures.routedSupervisor),
    counted('collective lines at the right moment', 'at least 90 %', figures => figures.collectiveRight),
    number('unexpected public lines', '0', figures => figures.unexpectedPublicLines),
    number('most public lines a group and day', '2, and the scam notice', figures => figures.mostPublicLinesAGroupDay),
    number('private lines to innocent people', '', figures => figures.privateLinesToInnocent),
    number('repeated alerts', '0', figures => figures.alertsRepeated),
    number('most reminders a person and day', '1', figures => figures.mostRemindersAPersonDay),
    number('most alerts to one keeper a group and day', '', figures => figures.mostAlertsAGroupDay),
];
export const shareOf = ({ some, all }) => all === 0 ? '–' : `${((100 * some) / all).toFixed(1)} % (${some}/${all})`;
//# sourceMappingURL=lines.js.map