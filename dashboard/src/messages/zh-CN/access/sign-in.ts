import type { signIn as en } from '../../en/access/sign-in.js';
import type { Translated } from '../../translated.js';

/** 登录与账号权限。 */
export const signIn: Translated<typeof en> = {
  'signIn.title': '登录',
  'signIn.name': '用户名',
  'signIn.password': '密码',
  'signIn.code': '身份验证器的验证码（如已设置）',
  'signIn.code.needed': '身份验证器的当前验证码，或恢复码',
  'signIn.do': '登录',
  'signIn.doing': '正在登录……',
  'signIn.oidc': '用本机关统一身份登录',
  'signIn.or': '或',
  'signIn.refused': '用户名、密码或验证码有误。已设置身份验证器的，须同时填写当前验证码。',
  'signIn.wait': '失败次数过多，{seconds, number} 秒后可再试。',
  'signIn.help': '忘记密码或丢失身份验证器？系统管理员可以给您一次性链接。',
  'signIn.setup': '此系统刚刚安装。请打开启动时终端上显示的链接：无需密码，可登录一次。',
  'signIn.setup.over':
    '系统管理员账号已启用，安装时使用的临时会话随之结束。请用您自己的账号登录后继续。',
  'signIn.link.checking': '正在检查链接……',
  'signIn.link.bad': '此链接无效。',
  'signIn.link.bad.text':
    '链接可能已用过、已过期或不完整。每个链接只能用一次，可向给您链接的人再要一个。',
  'signIn.link.form': '用用户名和密码登录',
  'signIn.provider.unreachable': '本机关统一身份服务没有响应。请重试，或用用户名和密码登录。',
  'signIn.provider.refused':
    '统一身份服务认识您，但这里没有对应的账号，或登录中断。请向系统管理员确认您的账号。',
  'signIn.again.title': '会话已结束',
  'signIn.again.text':
    '久未使用、时间过长或被人终止后，会话即结束。登录后从原处继续，已填写的内容仍在。',
  'password.choose': '设置密码',
  'password.choose.text': '此链接属于账号 {name}。今后用该用户名和此密码登录。',
  'password.new': '新密码',
  'password.repeat': '再输一次',
  'password.rules':
    '{least, number} 至 {most, number} 个字符，不能是用户名，也不能是最常见的密码。几个互不相干的词比符号和数字更好记。',
  'password.differ': '两次输入不一致。',
  'password.save': '保存并登录',
  'access.role.inspector': '监督检查人员',
  'access.role.leader': '单位领导',
  'access.role.data-officer': '数据员',
  'access.role.administrator': '系统管理员',
  'access.role.approver': '复核人',
  'access.role.auditor': '日志审计员',
  'access.role.service': '程序接口',
  'access.setup': '尚无系统管理员启用账号。持有启动链接或初始令牌的人可以做任何事。',
  'access.setup.do': '创建首位系统管理员',
  'access.page.refused.text':
    '此页供其他角色使用。您的角色：{roles}；管辖范围：{scope}。范围以外的内容不显示，包括姓名。系统管理员可以扩大范围。',
  'access.page.none': '您的账号还没有可用的页面。',
  'access.page.none.text':
    '您的角色：{roles}；管辖范围：{scope}。此账号供程序通过接口使用。系统管理员可以授予能打开页面的角色。',
  'access.menu.roles': '角色',
  'access.menu.scope': '管辖范围',
  'access.menu.own': '我的登录方式',
  'access.menu.out': '退出',
};
