import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Labels, Language } from '@probity/analytics';
import type { Request } from 'express';

/** The language a request asks for: Chinese where `Accept-Language` puts it first, else English. */
export function languageOf(request: Request): Language {
  for (const wanted of request.acceptsLanguages()) {
    if (/^zh\b/i.test(wanted)) return 'zh-CN';
    if (/^en\b/i.test(wanted) || wanted === '*') return 'en';
  }
  return 'en';
}

/** The caller's language, as a parameter of a controller's method. */
export const CallerLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    languageOf(context.switchToHttp().getRequest<Request>()),
);

/** A text in the asked language. */
export const say = (labels: Labels, language: Language): string => labels[language];
