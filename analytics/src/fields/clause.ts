import type { Labels } from './labels.js';

/** A clause: the document and article, when it is in force, and whether somebody has compared it with the document. */
export interface Clause {
  readonly document: Labels;
  readonly article: string | null;
  /** First and last day in force (`YYYY-MM-DD`), where known. */
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly verified: boolean;
  readonly note: Labels | null;
}

/** A clause as delivered: nobody has compared it with the document, and articles are only named where they are sure. */
export function delivered(en: string, zh: string, note?: Labels): Clause {
  return {
    document: { en, 'zh-CN': zh },
    article: null,
    effectiveFrom: null,
    effectiveUntil: null,
    verified: false,
    note: note ?? null,
  };
}

/** Whether a clause is in force on a date (`YYYY-MM-DD`); where it doesn't say, it is. */
export function forceOf(clause: Clause, on: string): 'inForce' | 'notYet' | 'ended' {
  if (clause.effectiveFrom !== null && on < clause.effectiveFrom) return 'notYet';
  return clause.effectiveUntil !== null && on > clause.effectiveUntil ? 'ended' : 'inForce';
}

/** 《党政领导干部选拔任用工作条例》. */
export const appointmentRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Regulations on the Selection and Appointment of Leading Party and Government Cadres',
    '《党政领导干部选拔任用工作条例》',
    note ?? undefined,
  );

/** 《领导干部报告个人有关事项规定》. */
export const reportRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Provisions on Reporting Personal Matters by Leading Cadres',
    '《领导干部报告个人有关事项规定》',
    note ?? undefined,
  );

/** 《关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则》. */
export const admonitionRules = (note?: Clause['note']): Clause =>
  delivered(
    'Rules for Organisation Departments on Reminding, Inquiring of and Admonishing Leading Cadres',
    '《关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则》',
    note ?? undefined,
  );

/** 《领导干部个人有关事项报告查核结果处理办法》, in force since 2017-02-08. */
export const checkResultRules = (note?: Clause['note']): Clause => ({
  ...delivered(
    'Measures on Handling the Results of Checks of Personal-Matter Reports by Leading Cadres',
    '《领导干部个人有关事项报告查核结果处理办法》',
    note ?? undefined,
  ),
  effectiveFrom: '2017-02-08',
});

/** 《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》. */
export const auditRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Provisions on Economic-Responsibility Audits of Principal Leading Cadres and of Principal Leaders of State Enterprises and Institutions',
    '《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》',
    note ?? undefined,
  );

/** 《党政领导干部考核工作条例》. */
export const assessmentRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Regulations on the Assessment of Leading Party and Government Cadres',
    '《党政领导干部考核工作条例》',
    note ?? undefined,
  );

/** 《干部人事档案工作条例》, in force since 2018-11-20. */
export const fileRegulation = (note?: Clause['note']): Clause => ({
  ...delivered(
    'Regulations on Cadre Personnel Files',
    '《干部人事档案工作条例》',
    note ?? undefined,
  ),
  effectiveFrom: '2018-11-20',
});

/** 《干部教育培训工作条例》. */
export const educationRegulation = (note?: Clause['note']): Clause =>
  delivered(
    'Regulations on the Education and Training of Cadres',
    '《干部教育培训工作条例》',
    note ?? undefined,
  );

/** Where a document asks for something and leaves the number to whoever applies it. */
export const ownNumber: Labels = {
  en: 'The document asks for it; the number is this product’s.',
  'zh-CN': '该文件提出要求；具体数值为本系统设定。',
};
