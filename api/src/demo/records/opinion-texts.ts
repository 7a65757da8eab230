import type { Draw } from '../province/draw.js';

type Phrases = Readonly<Record<string, readonly string[]>>;

const praise: Phrases = {
  work: [
    '作风扎实，敢于担当，重点项目推进有力。',
    '熟悉业务，遇事肯商量，班子配合好。',
    '经常下基层，群众反映的事有回音。',
    '抓落实有办法，年度任务完成较好。',
  ],
  life: ['生活简朴，家风良好。', '严格要求家属，未见不良反映。', '作息规律，邻里关系和睦。'],
  social: ['交往有分寸，未见与企业主过从甚密。', '社会评价较好，办事公道。'],
};
const middling: Phrases = {
  work: ['工作一般，主动性不够强。', '业务尚可，对下要求偏松。', '按部就班，创新不多。'],
  life: ['生活方面无突出反映。', '与邻里来往不多，情况了解有限。'],
  social: ['社会交往情况了解不多。', '交往面较广，未见明显问题。'],
};
const blame: Phrases = {
  work: [
    '决策不经集体研究，听不进不同意见。',
    '对工程变更把关不严，群众有议论。',
    '会议多、落实少，基层意见较大。',
    '下属单位费用报销审核不严。',
  ],
  life: ['节假日宴请较多，应当提醒。', '家属经商情况说明不清。', '有住房装修明显低价的反映。'],
  social: [
    '与个别承包商来往较密。',
    '常在企业内部场所活动，影响不好。',
    '为亲友打招呼的反映时有出现。',
  ],
};
const gravest: Phrases = {
  work: [
    '反映其插手工程招投标，指定中标单位。',
    '反映其安排虚列支出，设“小金库”。',
    '反映其选人用人搞亲疏，收受礼金。',
  ],
  life: ['反映其收受商品房一套，由他人代持。', '反映其违规操办子女婚宴，收受管理对象礼金。'],
  social: ['反映其与企业主合伙经营，按年分红。', '反映其利用职权为特定关系人承揽业务。'],
};

/** What was said, in the words of an office; a circle without words of its own has those of work. */
export function opinionText(draw: Draw, circle: string, rating: number): string {
  const phrases = rating === -2 ? gravest : rating < 0 ? blame : rating === 0 ? middling : praise;
  return draw.pick(phrases[circle] ?? phrases.work ?? ['']);
}
