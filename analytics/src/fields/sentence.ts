import type { Field } from './field.js';
import type { Labels } from './labels.js';

/** A number as a reader wants it: at most three decimals, none that say nothing. */
export function figure(number: number): string {
  return String(Math.round(number * 1000) / 1000 + 0);
}

/** "1 day", "12 days". */
export function daysInWords(days: number): Labels {
  return { en: days === 1 ? '1 day' : `${days} days`, 'zh-CN': `${days}天` };
}

/** "1 working day", "12 working days". */
export function workingDaysInWords(days: number): Labels {
  return {
    en: days === 1 ? '1 working day' : `${days} working days`,
    'zh-CN': `${days}个工作日`,
  };
}

/** How long before the as-of day something was: "12 days ago", "on the as-of day". */
export function agoInWords(days: number): Labels {
  if (days === 0) return { en: 'on the as-of day', 'zh-CN': '截止日期当日' };
  const words = daysInWords(days);
  return { en: `${words.en} ago`, 'zh-CN': `${words['zh-CN']}前` };
}

/** The label of a choice by its column code; of an empty cell "not given". */
export function choiceLabel(field: Field, code: number): Labels {
  return Object.values(field.values ?? {})[code] ?? { en: 'Not given', 'zh-CN': '未填写' };
}
