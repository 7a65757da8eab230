import type { GateReason, Labels } from '@probity/analytics';

/** A reason in one text, with what would clear it. */
export const reasonInWords = ({ message, clearedBy }: GateReason): Labels => ({
  en: `${message.en}. What would clear it: ${clearedBy.en}.`,
  'zh-CN': `${message['zh-CN']}。解除条件：${clearedBy['zh-CN']}。`,
});
