import type { FactRow } from './fact-row'

const ON_TREATMENT =
  'methadone, on methadone, script, on a script, scripts, subutex, buprenorphine, espranor, buvidal, ost, opioid substitution, opiate substitute, opiate'

/** What somebody needs help with, and what a place has to have. */
export const NEED_WORDS: readonly FactRow[] = [
  {
    chip: 'tonight',
    words:
      'tonight, today, right now, now, asap, urgent, urgently, emergency, same day, this evening, straight away, immediate, immediately, this afternoon',
    weight: 'wish',
    preferred: ['kind:emergency kind:council_housing_options', 'kind:emergency'],
  },
  {
    chip: 'nowhere to live',
    words:
      'nowhere to go, nowhere to sleep, nowhere to live, nowhere to stay, no where to go, no where to live, no where to stay, nowhere, homeless, homelessness, rough sleeping, rough sleeper, sleeping rough, sleep rough, on the street, streets, sofa surfing, sofa, nfa, no fixed abode, no fixed address, kicked out, thrown out, evicted, eviction',
    weight: 'wish',
    preferred: ['kind:emergency kind:council_housing_options'],
  },
  {
    chip: 'mental health',
    words:
      'mental health, mh, mental illness, mentally ill, mental, depression, depressed, anxiety, schizophrenia, schizophrenic, bipolar, psychosis, psychotic, ptsd, personality disorder, self harm, hearing voices, suicidal',
    weight: 'wish',
    required: ['pathway:health for:mental_health'],
    preferred: ['for:mental_health'],
  },
  {
    chip: 'health',
    words:
      'health, doctor, gp, dentist, nurse, physical health, counselling, counsellor, counseling, therapy, therapist, trauma, wellbeing, well being',
    weight: 'wish',
    required: ['pathway:health'],
  },
  {
    chip: 'learning disability or neurodiversity',
    words:
      'learning disability, learning difficulty, learning disabled, autism, autistic, adhd, neurodiverse, neurodivergent, aspergers',
    weight: 'wish',
    required: ['for:learning_disability pathway:health'],
    preferred: ['for:learning_disability'],
  },
  {
    chip: 'drugs and alcohol',
    words:
      'drug, drugs, heroin, crack, cocaine, spice, cannabis, weed, addict, addiction, addicted, substance misuse, substance use, substance, alcohol, alcoholic, alcoholism, drinker, drinking, drink problem, drinks, boozer, naloxone, needle exchange, drug user, drug users, using drugs, still using, drug problem',
    weight: 'wish',
    required: ['pathway:drugs_alcohol'],
    professionals: { required: ['pathway:drugs_alcohol active_use:yes'], preferred: ['active_use:yes'] },
  },
  {
    chip: 'methadone or other prescribed treatment',
    words: ON_TREATMENT,
    weight: 'need',
    preferred: ['pathway:drugs_alcohol'],
    professionals: { required: ['ost:yes'] },
  },
  {
    chip: 'injecting',
    words: 'injecting, injects, intravenous, iv drug user',
    weight: 'need',
    preferred: ['pathway:drugs_alcohol'],
    professionals: { required: ['injecting:yes active_use:yes'] },
  },
  {
    chip: 'no recourse to public funds',
    words:
      'nrpf, no recourse, no recourse to public funds, no public funds, asylum, asylum seeker, refugee, immigration, foreign national, no benefits',
    weight: 'need',
    preferred: ['kind:council_housing_options'],
    professionals: { required: ['nrpf:accepts nrpf:funded_only'], preferred: ['nrpf:accepts'] },
  },
  {
    chip: 'tag or curfew',
    words:
      'tag, tagged, tagging, on tag, on a tag, hdc, curfew, electronic monitoring, home detention curfew, hdc address',
    weight: 'need',
    preferred: ['kind:approved_premises'],
    professionals: { required: ['curfew:yes'] },
  },
  {
    chip: 'arson',
    words: 'arson, arsonist, fire setting, firesetting, fire setter, set fire, setting fires',
    weight: 'need',
    preferred: ['kind:approved_premises kind:council_housing_options'],
    professionals: { required: ['arson:considered'] },
  },
  {
    chip: 'sexual offences',
    words:
      'sex offender, sexual offender, sexual offence, sex offence, sexual offending, rso, sopo, shpo, sor, sex offenders register, on the register, pedophile, paedophile, vulnerable prisoner',
    weight: 'need',
    preferred: ['kind:approved_premises kind:council_housing_options'],
    professionals: { required: ['sexual_offence:considered'] },
  },
  {
    chip: 'complex needs',
    words:
      'complex needs, complex need, complex, high needs, multiple needs, high support, intensive support, dual diagnosis, high support needs',
    weight: 'wish',
    required: ['complexNeeds:yes supportLevel:high'],
    preferred: ['complexNeeds:yes'],
  },
  { chip: 'low support', words: 'low support, light touch', weight: 'wish', required: ['supportLevel:low'] },
  { chip: 'medium support', words: 'medium support', weight: 'wish', required: ['supportLevel:medium'] },
  {
    chip: 'wheelchair access',
    words:
      'wheelchair, wheel chair, wheelchair user, wheelchair access, disabled access, disabled, disability, mobility, accessible, mobility scooter, cant walk, adapted',
    weight: 'need',
    required: ['wheelchair:yes'],
  },
  {
    chip: 'step free',
    words:
      'step free, no stairs, no steps, level access, lift, ground floor, without stairs, cant manage stairs, cant do stairs',
    weight: 'need',
    required: ['wheelchair:yes access:level access:lift'],
    preferred: ['wheelchair:yes access:level', 'wheelchair:yes'],
  },
  {
    chip: 'own room',
    words:
      'own room, private room, single room, ensuite, en suite, not shared, not sharing, no sharing, own bathroom, on my own, on his own, on her own',
    weight: 'wish',
    preferred: ['room:self_contained'],
  },
  {
    chip: 'staffed day and night',
    words:
      '24 hour, 24 hours, 24 hr, 24hr, 24hrs, 24 7, round the clock, night staff, overnight staff, staffed overnight, day and night, sleep in staff, waking night',
    weight: 'wish',
    required: ['staffed:24_hours'],
  },
  {
    chip: 'ROTL',
    words: 'rotl, day release, temporary licence, release on temporary licence, town visit, home leave',
    weight: 'need',
    required: ['rotl:possible rotl:required'],
  },
  {
    chip: 'by video or phone',
    words: 'video call, by video, video, zoom, online, by phone, over the phone, telephone support, virtual',
    weight: 'wish',
    required: ['deliveredIn:video deliveredIn:phone'],
  },
  {
    chip: 'work and training',
    words:
      'job, no job, no work, work, employment, employer, training, college, education, cv, apprenticeship, learn a trade, skills, volunteering, find a job, finding work, ete, qualifications',
    weight: 'wish',
    required: ['pathway:employment'],
  },
  {
    chip: 'money, benefits and debt',
    words:
      'benefit, benefits, no money, skint, universal credit, uc, debt, money, bank account, budgeting, pip, finance, finances, arrears, rent arrears, financial',
    weight: 'wish',
    required: ['pathway:finance'],
  },
  {
    chip: 'attitudes, thinking and behaviour',
    words:
      'anger management, anger, thinking skills, behaviour, behavior, attitude, temper, offending behaviour, victim awareness',
    weight: 'wish',
    required: ['pathway:attitudes'],
  },
]
