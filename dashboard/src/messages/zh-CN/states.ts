import type { states as en } from '../en/states.js';
import type { Translated } from '../translated.js';

/** 等级与页面状态。 */
export const states: Translated<typeof en> = {
  'band.high': '高',
  'band.elevated': '较高',
  'band.watch': '关注',
  'band.low': '低',
  'band.insufficient': '信息不足',
  'band.insufficient.short': '信息不足',
  'state.loading': '正在加载……',
  'state.retry': '重试',
  'state.failed': '此部分未能加载。',
  'state.failed.unreachable': '服务器没有响应。页面其余部分不受影响。',
  'state.refused': '无权查看。',
  'state.refused.text':
    '您的管辖范围是“{scope}”。范围以外的内容不显示，包括姓名。系统管理员可以扩大范围。',
  'state.missing': '此地址下没有内容。',
  'state.missing.text':
    '可能不在您的管辖范围内，或编号有误。可用搜索(Ctrl K)按姓名查找干部和单位。',
  'state.mistakenDay': '“{text}”不是有效日期。',
  'state.mistakenDay.text': '地址中的截止日期应为“年-月-日”。不会以其他日期代替。',
  'state.mistakenDay.today': '看今天',
  'state.mistaken': '地址中有无法使用的内容：{parts}',
  'state.mistaken.text': '可能有误，或来自其他版本。略去后，页面显示的就不是所要的内容。',
  'state.mistaken.without': '去掉后查看',
  'state.nodata': '尚无数据。',
  'state.nodata.text':
    '请先导入单位，再导入干部，然后导入各监督系统的记录。每一类都有列出各列的模板。',
  'state.nodata.import': '前往导入',
  'state.nomatch': '没有符合筛选条件的内容。',
  'state.nomatch.drop': '去掉：{filter}',
  'state.nomatch.all': '去掉全部筛选',
  'chart.table': '看表格',
  'chart.chart': '看图',
  'chart.key': '按 T 键在图与表格之间切换。',
  'page.unknown': '没有这个页面。',
  'page.unknown.text': '地址可能有误。',
  'page.unknown.home': '前往排序',
};
