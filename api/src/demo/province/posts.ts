import type { Draw } from './draw.js';
import type { UnitLevel } from './units.js';

/** A post as the register writes it. */
export interface Post {
  readonly post: string;
  readonly rank: string;
  /** Answers for money and people, and is audited for it. */
  readonly head: boolean;
}

/** The ranks that must report personal matters every year. */
export const reportingRanks = ['厅局级正职', '厅局级副职', '县处级正职', '县处级副职'] as const;

const offices = [
  '财政局',
  '教育局',
  '住房和城乡建设局',
  '交通运输局',
  '自然资源局',
  '卫生健康局',
  '农业农村局',
  '市场监督管理局',
  '人力资源和社会保障局',
  '民政局',
];
const towns = ['城关镇', '河口镇', '南山乡', '新桥镇', '石门乡', '柳林镇', '三水镇'];
const divisions = ['办公室', '人事处', '规划财务处', '政策法规处', '行政审批处', '监督检查处'];

/** The first post of a unit is the one that heads it; the others are drawn. */
export function drawPost(draw: Draw, level: UnitLevel, place: number): Post {
  switch (level) {
    case 'province':
      return {
        post: place === 0 ? '省政府秘书长' : '省政府副秘书长',
        rank: '厅局级正职',
        head: place === 0,
      };
    case 'city':
      return cityPost(draw, place);
    case 'county':
      return countyPost(draw, place);
    case 'bureau':
      return bureauPost(draw, place);
    case 'division':
      return place === 0
        ? { post: '处长', rank: '县处级正职', head: true }
        : draw.pick([
            { post: '副处长', rank: '县处级副职', head: false },
            { post: '科长', rank: '乡科级正职', head: false },
          ]);
  }
}

function cityPost(draw: Draw, place: number): Post {
  if (place === 0) return { post: '市委书记', rank: '厅局级正职', head: true };
  if (place === 1) return { post: '市长', rank: '厅局级正职', head: true };
  if (place < 9)
    return { post: draw.pick(['副市长', '市委常委']), rank: '厅局级副职', head: false };
  const office = `市${draw.pick(offices)}`;
  return draw.pick([
    { post: `${office}局长`, rank: '县处级正职', head: true },
    { post: `${office}副局长`, rank: '县处级副职', head: false },
    { post: `${office}副局长`, rank: '县处级副职', head: false },
    { post: `${office}科长`, rank: '乡科级正职', head: false },
  ]);
}

function countyPost(draw: Draw, place: number): Post {
  if (place === 0) return { post: '县（区）委书记', rank: '县处级正职', head: true };
  if (place === 1) return { post: '县（区）长', rank: '县处级正职', head: true };
  if (place < 10) {
    return { post: draw.pick(['副县（区）长', '常委']), rank: '县处级副职', head: false };
  }
  const office = draw.pick(offices);
  const town = draw.pick(towns);
  return draw.pick([
    { post: `${town}党委书记`, rank: '乡科级正职', head: true },
    {
      post: `${town}长`.replace('乡长', '乡乡长').replace('镇长', '镇镇长'),
      rank: '乡科级正职',
      head: false,
    },
    { post: `${office}局长`, rank: '乡科级正职', head: true },
    { post: `${office}副局长`, rank: '乡科级副职', head: false },
    { post: `${office}副局长`, rank: '乡科级副职', head: false },
  ]);
}

function bureauPost(draw: Draw, place: number): Post {
  if (place === 0) return { post: '厅长（主任、局长）', rank: '厅局级正职', head: true };
  if (place < 6) return { post: '副厅长（副主任、副局长）', rank: '厅局级副职', head: false };
  const division = draw.pick(divisions);
  return draw.pick([
    { post: `${division}主任（处长）`, rank: '县处级正职', head: true },
    { post: `${division}副主任（副处长）`, rank: '县处级副职', head: false },
    { post: `${division}副主任（副处长）`, rank: '县处级副职', head: false },
    { post: `${division}四级调研员`, rank: '县处级副职', head: false },
  ]);
}
