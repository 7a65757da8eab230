import { Controller, Get } from '@nestjs/common';
import { Allow } from '../platform/access/allow.js';
import { Answers } from '../platform/http/openapi.js';
import { calendarAnswer } from './calendars.dto.js';
import { CalendarsService } from './calendars.service.js';

@Controller('calendar')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Allow.signedIn()
  @Get()
  @Answers(
    calendarAnswer,
    'The years of which the calendar knows; in others working days are Monday to Friday.',
  )
  years() {
    return this.calendars.years();
  }
}
