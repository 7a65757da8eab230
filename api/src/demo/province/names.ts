import type { Draw } from './draw.js';

// Common surnames stand first, and are drawn more often.
const surnames = [
  ...'王李张刘陈杨赵黄周吴',
  ...'徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '上官',
  '司徒',
];
const single = [...'伟强军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊敏静丽艳娟霞玲芳燕萍红娜慧洁颖琳'];
const first = [...'建国志文德永海晓春玉秀雪美桂淑新宏立成振学忠家光世启维庆'];
const second = [...'平明华军林峰生东辉民荣发祥兴义良梅兰芳英珍云霞琴红玲敏娟宁波涛'];

/** A name such as people have; any likeness to one person is chance. */
export function personName(draw: Draw): string {
  const common = draw.chance(0.45);
  const surname = common ? surnames[draw.whole(0, 9)] : draw.pick(surnames);
  return `${surname}${draw.chance(0.22) ? draw.pick(single) : draw.pick(first) + draw.pick(second)}`;
}
