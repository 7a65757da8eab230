import type { Draw } from './draw.js';

export type UnitLevel = 'province' | 'city' | 'bureau' | 'county' | 'division';

/** A unit, and how things stand in it. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
  readonly level: UnitLevel;
  /** How many cadres belong to it. */
  readonly size: number;
  /** Around 1; above it there is more trouble than elsewhere. */
  readonly strain: number;
  /** What this unit has long failed to do or to hand in. */
  readonly gap: 'inspections' | 'debriefings' | null;
}

/** Every page shows the root's name or is one step from it, so it says what the data is. */
export const rootName = '示范省（演示数据 Demonstration）';
export const rootCode = 'SF';

const cities: Readonly<Record<string, readonly string[]>> = {
  云岭市: ['城东区', '河西县', '青石县'],
  安澜市: ['临港区', '北湾县', '秀水县'],
  秋溪市: ['溪口区', '桐山县', '双桥县'],
  望海市: ['海曲区', '盐田县', '东屿县'],
  金穗市: ['丰登区', '麦川县', '稻香县'],
  松屿市: ['松林区', '岚山县', '雾峰县'],
  和畅市: ['惠民区', '康乐县', '永和县'],
  明渠市: ['渠首区', '清源县', '石堰县'],
};
const bureaus: Readonly<Record<string, readonly string[]>> = {
  省财政厅: ['预算处', '国库处'],
  省交通运输厅: ['建设管理处', '公路局'],
  省自然资源厅: ['用地审批处', '矿产管理处'],
  省住房和城乡建设厅: ['建筑市场处'],
  省教育厅: ['基础教育处'],
  省卫生健康委员会: ['规划财务处'],
  省水利厅: ['工程建设处'],
  省农业农村厅: ['项目管理处'],
  省生态环境厅: [],
  省市场监督管理局: [],
  省国有资产监督管理委员会: [],
  省应急管理厅: [],
  省民政厅: [],
  省文化和旅游厅: [],
};
const weights: Readonly<Record<UnitLevel, number>> = {
  province: 20,
  city: 95,
  bureau: 45,
  county: 58,
  division: 13,
};

/** About sixty units on three levels under the province, parents first, with `cadreCount` cadres in all. */
export function units(draw: Draw, cadreCount: number): Unit[] {
  const places = [
    { code: rootCode, name: rootName, parentCode: '', level: 'province' as const },
    ...below(cities, 'city', 'county', 1),
    ...below(bureaus, 'bureau', 'division', 21),
  ];
  const shares = places.map(({ level }) => weights[level] * (0.75 + draw.next() / 2));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let passed = 0;
  let given = 0;
  return places.map((place, at) => {
    passed += shares[at] ?? 0;
    const size = Math.round((passed / whole) * cadreCount) - given;
    given += size;
    return { ...place, size, strain: 0.5 + draw.next() ** 2 * 1.6, gap: gapOf(draw) };
  });
}

function gapOf(draw: Draw): Unit['gap'] {
  const kind = draw.next();
  if (kind < 0.13) return 'inspections';
  return kind < 0.17 ? 'debriefings' : null;
}

function below(
  tree: Readonly<Record<string, readonly string[]>>,
  level: UnitLevel,
  childLevel: UnitLevel,
  firstNumber: number,
) {
  return Object.entries(tree).flatMap(([name, children], at) => {
    const code = `${rootCode}-${String(firstNumber + at).padStart(2, '0')}`;
    return [
      { code, name, parentCode: rootCode, level },
      ...children.map((child, place) => ({
        code: `${code}-${place + 1}`,
        name: name + child,
        parentCode: code,
        level: childLevel,
      })),
    ];
  });
}
