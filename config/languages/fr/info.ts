import type { PageTexts } from '../en/pages.js';

export const info: PageTexts['info'] = {
  help: {
    title: 'Aide',
    lead: 'Ce service accompagne une passation d’une présidence à la suivante : qui doit faire quoi, pour quand, et ce qui montre que c’est fait.',
    parts: [
      {
        title: 'Par où commencer',
        text: [
          'La vue d’ensemble montre ce qui demande votre attention, le plus urgent en tête. Chaque ligne mène à sa tâche. Le nombre à côté de « Tâches » indique combien vous attendent.',
        ],
      },
      {
        title: 'Le chemin d’une tâche',
        text: ['Le mot à côté d’une tâche dit chez qui elle se trouve :'],
        list: [
          'Pas commencée : personne n’y travaille encore.',
          'En cours : le côté responsable y travaille.',
          'À l’examen : elle a été envoyée pour examen ; l’autre côté décide.',
          'Renvoyée : elle demande encore du travail ; le commentaire dit lequel.',
          'Acceptée : elle est accomplie.',
          'Levée : le côté qui devait l’accepter ne la demande plus.',
          'Reprise : la présidence entrante l’achève après la passation.',
        ],
      },
      {
        title: 'Quand quelque chose n’est pas possible',
        text: [
          'La page énumère alors toutes les raisons à la fois, dit pour chacune à qui il revient d’agir, et mène à l’endroit voulu. Rien de ce que vous avez écrit n’est perdu.',
          'Personne n’accepte ce que son propre côté a envoyé. Qui remplace quelqu’un compte pour les deux personnes.',
        ],
      },
      {
        title: 'Dates et courriels',
        text: [
          'Une échéance court jusqu’à la fin du jour, au lieu du côté responsable. Quand une réunion est déplacée, les dates qui en dépendent suivent, et chaque personne concernée en est avertie une fois.',
          'Les courriels arrivent pendant les heures de travail de votre service, dans votre langue, en un seul résumé par jour au plus ; seul ce qui ne peut attendre arrive aussitôt. Chaque courriel dit pourquoi vous le recevez et quand il cesse.',
        ],
      },
      {
        title: 'Lignes lentes, téléphones, papier',
        text: ['Chaque page fonctionne sans scripts, sur un petit écran et au clavier seul, et s’imprime simplement.'],
      },
      {
        title: 'À qui s’adresser',
        text: [
          'Adressez-vous au Secrétariat : il prépare la passation, donne les fonctions et peut désigner quelqu’un pour vous remplacer.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Ces pages sont faites pour tout le monde : au clavier, avec un lecteur d’écran ou une loupe, sur un téléphone ou sur papier.',
    parts: [
      {
        title: 'Ce qu’elles respectent',
        text: [
          'La mesure est le niveau AA des règles pour l’accessibilité des contenus Web (WCAG) 2.2, que demande aussi la norme européenne EN 301 549.',
        ],
        list: [
          'Tout peut être atteint et fait au clavier, et l’élément actif est visible.',
          'Rien n’est dit par la seule couleur : chaque état a une icône et un mot.',
          'Le texte peut être agrandi quatre fois sans défilement horizontal.',
          'Les erreurs d’un formulaire sont énumérées en tête, avec des liens vers les champs, et ce qui a été écrit est conservé.',
          'Rien ne bouge, ne clignote ni ne se termine de soi-même pendant que vous lisez.',
        ],
      },
      {
        title: 'Comment c’est vérifié',
        text: [
          'Chaque page est vérifiée par des programmes, dans les quatre langues et à plusieurs largeurs, à chaque modification. Les programmes ne trouvent qu’une partie des obstacles. Aucun examen par des personnes de l’extérieur n’a encore eu lieu.',
        ],
      },
      {
        title: 'Ce qui n’est pas encore suffisant',
        text: [],
        list: [
          'Les documents ajoutés sont aussi accessibles que leurs auteurs les ont faits.',
          'Les titres des tâches sont écrits en trois langues au plus ; s’il en manque une, le titre anglais est affiché et signalé comme tel.',
        ],
      },
      {
        title: 'Signaler un obstacle',
        text: [
          'Si quelque chose vous empêche de faire votre travail ici, dites-le au Secrétariat. Il peut aussi vous envoyer ce dont vous avez besoin sous une autre forme.',
        ],
      },
      {
        title: 'Cette déclaration',
        text: ['Elle a été écrite en novembre 2026, d’après nos propres vérifications.'],
      },
    ],
  },
  personalData: {
    title: 'Données personnelles',
    lead: 'Ce qui est conservé à votre sujet, qui le voit, pendant combien de temps, et ce que vous pouvez demander.',
    parts: [
      {
        title: 'Ce qui est conservé',
        text: [],
        list: [
          'Votre nom, votre service, votre adresse électronique, votre langue, et les fonctions qui vous ont été données, avec leurs dates.',
          'Ce que vous avez fait ici et quand. Le registre contient un code court à la place de votre nom.',
          'Ce que vous avez écrit : commentaires, motifs, notes ; et les documents que vous avez ajoutés.',
          'Les courriels qui vous ont été envoyés, et s’ils sont arrivés.',
          'Quand vous avez ouvert une session, avec quel genre de navigateur, et votre dernier passage.',
        ],
      },
      {
        title: 'Ce qui n’est pas fait',
        text: [
          'Personne n’est suivi ni mesuré, et rien n’est chargé d’ailleurs. Votre navigateur garde trois petites entrées (cookies) : votre session, la langue choisie, et la ligne qui dit ce qu’un formulaire a fait.',
        ],
      },
      {
        title: 'Qui le voit',
        text: [
          'Les personnes qui participent aux passations de votre organisation voient votre nom, votre service, vos fonctions et ce que vous avez fait. Les observateurs ne voient pas ce qui a été écrit. Les personnes d’autres organisations ne voient rien. Le Secrétariat voit tout ce qui relève de son organisation.',
        ],
      },
      {
        title: 'Combien de temps',
        text: [
          'Une session prend fin après une demi-heure sans usage, et dans tous les cas après douze heures. Le registre d’une passation est conservé aussi longtemps que le Secrétariat garde ses archives, parce qu’il montre ce que les deux présidences ont signé.',
        ],
      },
      {
        title: 'Ce que vous pouvez demander',
        text: [
          'Vous pouvez demander au Secrétariat ce qui est conservé à votre sujet, le faire rectifier et le faire effacer. Votre nom, votre adresse électronique et ce que vous avez écrit peuvent être effacés sans rompre le registre : il n’en a jamais contenu qu’un code, et reste vérifiable ensuite.',
          'Vous pouvez aussi adresser une réclamation à l’autorité de protection des données de votre pays.',
        ],
      },
    ],
  },
};
