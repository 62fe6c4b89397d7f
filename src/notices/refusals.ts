import type { Catalogue } from '../kernel/refusal.js';

export const addressRefusals = {
  EMAIL_INVALID: {
    en: 'This is not an e-mail address. Write it as name@company.example.',
    zh: '电子邮箱地址无效，请按 name@company.example 的形式填写。',
  },
  PHONE_INVALID: {
    en: 'This is not a telephone number. Write it with its country, as in +8613812345678.',
    zh: '电话号码无效，请填写手机号，或带国家代码如 +8613812345678。',
  },
  ROBOT_INVALID: {
    en: 'This is not the robot of a WeCom group. Give its key, or the whole address that begins with https://qyapi.weixin.qq.com/.',
    zh: '不是企业微信群机器人，请填写其 key，或以 https://qyapi.weixin.qq.com/ 开头的完整地址。',
  },
  ADDRESS_TAKEN: { en: 'This address is among yours already.', zh: '该地址已在您的列表中。' },
  ADDRESS_TOO_MANY: { en: 'At most {max} addresses can be kept. Remove one first.', zh: '最多保存 {max} 个地址，请先删除一个。' },
  ADDRESS_VERIFIED: { en: 'This address is confirmed already.', zh: '该地址已验证。' },
  CODE_EXPIRED: {
    en: 'There is no code for this address any more: it was not used in time, or wrong ones were given too often. Ask for a new one.',
    zh: '该地址没有有效的验证码：已超时或错误次数过多，请重新获取。',
  },
  GROUP_ONLY_WECOM: {
    en: 'The address of the whole organisation is a WeCom group. Choose WECOM.',
    zh: '组织级地址仅支持企业微信群，请选择 WECOM。',
  },
  GROUP_BY_ADMIN: {
    en: 'Only an administrator keeps the group of the organisation.',
    zh: '仅管理员可以维护组织的企业微信群。',
  },
} as const satisfies Catalogue;
export type AddressCode = keyof typeof addressRefusals;

export const settingRefusals = {
  KIND_UNKNOWN: { en: 'There is no notice of kind {kind}.', zh: '没有类型为 {kind} 的通知。' },
  ZONE_UNKNOWN: { en: '{zone} is not a time zone. Write it as Asia/Shanghai.', zh: '{zone} 不是有效时区，请按 Asia/Shanghai 的形式填写。' },
  CLOCK_INVALID: { en: 'Write the time of day as HH:MM, from 00:00 to 23:59.', zh: '请按 HH:MM 填写时间，范围 00:00 至 23:59。' },
  QUIET_HALF: {
    en: 'Quiet hours have a beginning and an end, and they differ. Give both, or neither.',
    zh: '免打扰时段须同时填写开始和结束且不能相同，或都不填。',
  },
  OWNER_UNKNOWN: { en: 'The owner must be a person who acts for your organisation.', zh: '负责人必须是代表贵组织行事的人员。' },
} as const satisfies Catalogue;
export type SettingCode = keyof typeof settingRefusals;

export const invitationRefusals = {
  SUPPLIER_REGISTERED: {
    en: 'This supplier is on the hub and has people of its own. Send the order to it by its code; no invitation is needed.',
    zh: '该供应方已在平台注册并有自己的人员，请直接按其代码发送订单，无需邀请。',
  },
  BUYER_ONLY: { en: 'Only a buyer can do this.', zh: '仅买方可以执行此操作。' },
  CONTACT_REQUIRED: {
    en: 'There is no address of this supplier yet. Give an e-mail address or a telephone number.',
    zh: '尚无该供应方的联系方式，请填写电子邮箱或手机号。',
  },
  INVITATION_TOO_MANY: {
    en: 'There are {max} open invitations to this order already. Revoke one first.',
    zh: '该订单已有 {max} 个未使用的邀请，请先撤销一个。',
  },
  INVITATION_ENDED: { en: 'This invitation was revoked already.', zh: '该邀请已撤销。' },
} as const satisfies Catalogue;
