import { SECOND } from '../model/time.js';
export function wireMessage({ at, ...parts }) {
    return {
        FromUserName: '',
        ToUserName: '',
        MsgType: 1,
        AppMsgType: 0,
        SubMsgType: 0,
        Content: '',
        OriContent: '',
        Status: 3,
        ImgStatus: 1,
        ImgHeight: 0,
        ImgWidth: 0,
        VoiceLength: 0,
        PlayLength: 0,
        FileName: '',
        FileSize: '',
        MediaId: '',
        Url: '',
        StatusNotifyCode: 0,
        StatusNotifyUserName: '',
        RecommendInfo: { UserName: '', NickName: '' },
        ForwardFlag: 0,
        AppInfo: { AppID: '', Type: 0 },
        HasProductId: 0,
        Ticket: '',
        NewMsgId: 0,
        EncryFileName: '',
        ...parts,
        CreateTime: Math.floor(at / SECOND),
    };
}
//# sourceMappingURL=wire-message.js.map