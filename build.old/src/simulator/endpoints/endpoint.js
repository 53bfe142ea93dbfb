/** The real service says text/plain for JSON. */
export function json(body, ret = 0) {
    return {
        status: 200,
        type: 'text/plain',
        body: JSON.stringify({ BaseResponse: { Ret: ret, ErrMsg: '' }, ...body }),
    };
}
export function script(body) {
    return { status: 200, type: 'text/javascript', body };
}
const NOT_LOGGED_IN = 1101;
/** The live session that a request's BaseRequest names, or the Ret to answer. */
export function authorise(service, request) {
    const session = service.session;
    if (!session)
        return NOT_LOGGED_IN;
    if (session.ended)
        return Number(session.ended);
    return field(request.body, 'BaseRequest', 'Sid') === session.sid ? session : NOT_LOGGED_IN;
}
/** A value deep in hostile JSON; undefined where the way ends. */
export function field(value, ...path) {
    return path.reduce((at, key) => (typeof at === 'object' && at !== null ? at[key] : undefined), value);
}
/** The same, as text; empty where it is neither text nor number. */
export function textField(value, ...path) {
    const found = field(value, ...path);
    return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}
//# sourceMappingURL=endpoint.js.map