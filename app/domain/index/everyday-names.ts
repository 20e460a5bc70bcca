import type { Pathway } from '../service/pathway'
import type { ServiceKind } from '../service/service-kind'

/**
 * What officers, families and advice workers call a kind of service, besides its label. Everyday names stand in the
 * document itself, so that a slip in one of them is forgiven as in any other word.
 */
export const KIND_NAMES: Readonly<Record<ServiceKind, string>> = {
  supported_housing:
    'supported accommodation, supported living, hostel, halfway house, move on house, house with support workers, shared house',
  refuge:
    'women’s refuge, refuges, safe house, safe place, domestic abuse, domestic violence, dv, fleeing violence, women’s aid',
  emergency:
    'hostel, hostels, night shelter, direct access hostel, emergency accommodation, emergency bed, crash pad, winter shelter, homeless shelter, bed for tonight',
  young_people: 'foyer, youth hostel, teenagers, young person, young adult, supported lodgings',
  young_parents:
    'mother and baby home, mother and baby unit, mum and baby, young mums, young dads, parent and child',
  recovery_house:
    'rehab, rehabilitation, dry house, sober living, detox follow on, abstinence, clean and sober, drug free house',
  approved_premises:
    'probation hostel, bail hostel, AP, APs, CAS1, CAS2, CAS3, bail accommodation, licence address',
  dispersed:
    'flat, flats, own tenancy, tenancies, visiting support, outreach support, tenancy support, resettlement support, house share',
  housing_first: 'own flat with support, long term homeless, rough sleepers',
  bond_scheme:
    'rent deposit, bond, help with deposit, private rented, private landlord, letting, rent in advance',
  council_housing_options:
    'council, homeless team, homelessness, duty to refer, DTR, local authority, housing department, council house, homeless application',
  womens_centre: 'women’s hub, women’s project, drop in for women',
  family_support:
    'family worker, help for families, family help, support for parents and children, kinship carers',
  parenting_programme:
    'parenting course, parenting class, parenting classes, dads’ course, mums’ course, family learning, parent group',
  visitors_centre:
    'prison visits, visiting, visit, visits, family days, family day, visitor centre, visits hall',
  mentoring:
    'mentor, mentors, through the gate, meet at the gate, gate pick up, befriending, peer support, someone to talk to',
}

/** The same for the nine pathways. */
export const PATHWAY_NAMES: Readonly<Record<Pathway, string>> = {
  accommodation: 'accommodation, housing, somewhere to live, place to live, room, bed, homeless',
  finance: 'money, benefits, universal credit, debt, debts, bank account, budgeting, arrears',
  health: 'mental health, physical health, doctor, GP, depression, anxiety, counselling, wellbeing, trauma',
  drugs_alcohol:
    'drugs, alcohol, drinking, addiction, recovery, substance misuse, methadone, prescription, naloxone, needle exchange',
  attitudes: 'attitudes, thinking, behaviour, anger, offending behaviour, relationships',
  employment:
    'job, jobs, work, employment, training, education, college, courses, CV, volunteering, apprenticeship',
  families: 'family, families, children, kids, parents, mum, dad, contact, visits',
  abuse: 'domestic abuse, domestic violence, abused women, rape, sexual violence, stalking, coercive control',
  prostitution: 'sex work, sex workers, prostitution, exploitation, exiting, selling sex',
}
