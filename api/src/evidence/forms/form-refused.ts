import { Problem } from '../../platform/errors/problem.js';
import type { Finding } from '../validate/problem.js';

/** Why a form was not taken, cause by cause; `column` of each is the field's name. */
export class FormRefused extends Error {
  constructor(
    /** 422: what was filled in cannot be; 409: not as the records stand. */
    readonly status: 422 | 409,
    readonly findings: readonly Finding[],
    /** The record that stands there already. */
    readonly standing?: string,
  ) {
    super(findings[0]?.message.en ?? 'refused');
  }

  /** The refusal as it is answered. */
  problem(): Problem {
    const { status, findings, standing } = this;
    return new Problem(status, {
      code: status === 409 ? (findings[0]?.code ?? 'conflict') : 'form-refused',
      detail: findings.map(({ message }) => message.en).join(' '),
      findings,
      ...(standing === undefined ? {} : { standing }),
    });
  }
}
